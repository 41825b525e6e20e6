import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())

def ran = { variant, execution -> target.resolve("$variant-${execution}.txt").toFile().readLines() }
def all = ['AlphaTest', 'BravoTest', 'CharlieTest', 'DeltaTest', 'EchoTest', 'FoxtrotTest']
assert ran('mp', 'reversealphabetical') == all.reverse()
// The times are in the statistics that the project brings with it, and balancing added the failures.
assert ran('mp', 'balanced') == ['BravoTest', 'DeltaTest', 'FoxtrotTest', 'CharlieTest', 'EchoTest', 'AlphaTest']
assert ran('mp', 'failedfirst').take(2) as Set == ['CharlieTest', 'EchoTest'] as Set
['balanced', 'failedfirst'].each { assert ran('mp', it) == ran('stock', it) }
// From 3.6 on Surefire lets Jupiter shuffle, and does not hand on the seed.
if (!log.lines(1).any { it =~ /surefire(-plugin)?:3\.([6-9]|\d\d)/ }) {
    assert ran('mp', 'random') == ran('stock', 'random')
    assert ran('mp', 'random') != all
}

def differences = ['reversealphabetical', 'random', 'balanced', 'failedfirst'].collectMany {
    Reports.compare(target.resolve("stock-$it"), target.resolve("mp-$it"))
}
assert differences.isEmpty(): differences.join('\n')

// Where the user names no file, mp goes on with that of stock Surefire; one for each argLine.
def statistics = basedir.list().findAll { it.startsWith('.surefire-') } as Set
assert statistics.size() == 4: statistics
assert statistics.containsAll(['.surefire-stock', '.surefire-mp'])

// The same parameters again are left out, other ones are not.
[1, 2].each {
    assert log.count(it, 'Skipping execution of surefire because it has already been run for this configuration') == 1
    assert log.count(it, 'Tests run: 6, Failures: 2, Errors: 0, Skipped: 0') == 6
}
assert !target.resolve('mp').toFile().list().any { it.startsWith('handoff') }
return true

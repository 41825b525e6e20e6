import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=3')

def outcomes = { variant ->
    Reports.load(basedir.toPath().resolve("target/reports-$variant")).testCases().collectEntries {
        [(it.className() + '.' + it.name()): it.status()]
    }
}
assert outcomes('stock').size() == 13
assert outcomes('stock') == outcomes('mp')

['stock', 'mp'].each { variant ->
    def journal = new File(basedir, "target/journal-$variant").readLines()
    def once = { journal.count { line -> line == it } == 1 }
    ['server up', 'server down', 'broken tried', 'base up', 'base down', 'kept up', 'kept down'].each { assert once(it) }
    assert !journal.contains('broken used')
    assert journal.count { it.startsWith('server used by') } == 8
    assert journal.indexOf('server down') > journal.findLastIndexOf { it.startsWith('server used by') }
    assert journal.indexOf('kept down') > journal.lastIndexOf('kept used')
    // It may use its base until it is down.
    assert journal.indexOf('base down') > journal.indexOf('kept down')

    def broken = Reports.load(basedir.toPath().resolve("target/reports-$variant")).testCases()
        .findAll { it.className().contains('Broken') }
    assert broken.size() == 2
    new File(basedir, "target/reports-$variant").listFiles().findAll { it.name ==~ /.*Broken.*\.xml/ }.each {
        assert it.text.contains('Caused by: java.io.IOException: no disk')
    }
}

// Early: while tests still run, for which nobody has to keep it.
def journal = new File(basedir, 'target/journal-mp').readLines()
assert journal.indexOf('server down') < journal.indexOf('last test')
// But nobody knows who else calls for it.
assert journal.indexOf('kept down') > journal.indexOf('last test')
return true

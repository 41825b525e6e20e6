import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
def kept = { module, step, name -> basedir.toPath().resolve("$module/kept/$step/$name") }
def tests = { module, step ->
    Timeline.read(kept(module, step, 'run.jsonl')).all('testEnd').findAll { it.text('rerun') != 'true' }.collect {
        it.text('class') + '.' + it.text('method')
    } as Set
}
def rows = { step ->
    def lines = kept('a', step, 'history.tsv').toFile().readLines()
    def columns = lines[1].split('\t') as List
    lines.drop(2).collectEntries {
        def cells = it.split('\t', -1)
        [cells[columns.indexOf('class')] + '#' + cells[columns.indexOf('method')],
         ['outcomes', 'typicalMillis', 'lastOutcome'].collectEntries { [it, cells[columns.indexOf(it)]] }]
    }
}
def told = { run -> log.lines(run).findAll { it.contains('mp: flaky: ') }.collect { it.split('mp: flaky: ')[1] } }
def all = ['a.AlwaysTest.passesSlowly', 'a.FlakyTest.passesTheSecondTime', 'a.SometimesTest.breaks',
           'a.SometimesTest.passes', 'a.SometimesTest.passesToo'] as Set

assert tests('a', 1) == all
assert tests('b', 1) == ['b.OtherTest.passes'] as Set
assert rows(1)['a.SometimesTest#breaks'].outcomes == 'F'
assert rows(1)['a.FlakyTest#passesTheSecondTime'].outcomes == 'R'

// Only what failed, methods where they are independent, and nothing in a module where nothing did.
assert tests('a', 2) == ['a.FlakyTest.passesTheSecondTime', 'a.SometimesTest.breaks'] as Set
assert tests('b', 2).isEmpty()
assert log.says(2, 'mp.only=last-failed: runs what failed last, in 2 of 3 classes')
assert log.says(2, 'mp.only=last-failed: nothing runs here, because what failed last is elsewhere in this build')
// Nothing is forgotten, and a part does not count as the class.
assert rows(2).keySet() == rows(1).keySet()
assert rows(2)['a.SometimesTest#passes'].outcomes == 'P'
assert rows(2)['a.SometimesTest#breaks'].outcomes == 'FF'
assert rows(2)['a.SometimesTest#*'].typicalMillis == rows(1)['a.SometimesTest#*'].typicalMillis

// First what failed, although the longest is another one.
def order = Timeline.read(kept('a', 3, 'run.jsonl')).all('unitStart').collect { it.text('class') }
assert order.size() == 3
assert order.last() == 'a.AlwaysTest'
assert tests('a', 3) == all
assert rows(3)['a.SometimesTest#*'].lastOutcome == 'passed'

// Nothing has failed, so everything runs.
assert tests('a', 4) == all
assert tests('b', 4) == ['b.OtherTest.passes'] as Set
assert log.count(4, 'nothing failed when it ran last, so everything runs') == 2

// A plan runs nothing: all tests of the run are still there, and the files are those of the run.
assert log.says(4, 'io.github.surefiremp.it:last-failed-a surefire:default-test')
assert log.count(4, 'no order of these units could end before') == 2
// Which worker has it depends on what was longest on this machine.
assert log.lines(4).any { it =~ /worker [12] .* a\.AlwaysTest \(1 test\)/ }
assert rows(4)['a.AlwaysTest#*'].outcomes == 'PPP'
def report = null
new File(basedir, 'a/target').eachFileRecurse { if (it.name == 'TEST-a.AlwaysTest.xml') report = it }
assert report.text.contains('passesSlowly')

// The history shows what is flaky.
def history = log.lines(4)
assert history.any { it.contains('a.FlakyTest#passesTheSecondTime') && it.contains('RRPP') && it.contains('flaky') }
assert history.any { it.contains('a.SometimesTest#breaks') && it.contains('FFPP') && !it.contains('flaky') }

// And the end of a run tells of it: what passed when it was repeated, and not what broke and was repaired.
(1..4).each { run ->
    assert told(run) == ["FlakyTest.passesTheSecondTime (failed ${Math.min(run, 2)} of $run runs)".toString()]
}
return true

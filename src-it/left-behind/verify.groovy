import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
def folder = { basedir.toPath().resolve("target/reports-$it") }
assert Reports.load(folder('jupiter')).counts() == new Reports.Counts(9, 0, 0, 0, 0)
assert Reports.load(folder('junit4')).counts() == new Reports.Counts(2, 0, 0, 0, 0)

// What the next class writes comes through.
def xml = folder('jupiter').resolve('TEST-leftbehind.BFindsTest.xml').toFile().text
assert xml.contains('out is as it was') && xml.contains('err is as it was')
assert !folder('jupiter').resolve('TEST-leftbehind.ALeavesTest.xml').toFile().text.contains('nobody sees this')

[1, 2].each { assert log.says(it, 'leftbehind.ALeavesTest left ') }
assert !log.says(2, 'SharesTest left ')

// Where it cannot be put back, the worker is replaced; that is no crash, and nothing is lost.
['spoiled': 3, 'spoiled4': 4].each { variant, build ->
    assert Reports.load(folder(variant)).counts() == new Reports.Counts(2, 0, 0, 0, 0)
    assert log.lines(build).count {
        it.contains('mp: leftbehind.ESpoils left the security manager') && it.contains('is replaced')
    } == 1
    assert !log.says(build, 'without saying goodbye')
}

// Neither a thread that goes on nor a shutdown hook that hangs keeps a worker.
def timeline = Timeline.read(basedir.toPath().resolve('target/mp/run.jsonl'))
assert timeline.all('workerStart').size() == 2
assert timeline.all('workerStart').collect { it.text('pid') as long }
        .every { !ProcessHandle.of(it).map { it.isAlive() }.orElse(false) }
return true

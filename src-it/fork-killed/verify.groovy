import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
[1, 2].each {
    assert log.says(it, 'the process that Surefire started for mp has ended')
    assert !log.says(it, 'nothing came of it')
}

// No test looks as if it had passed, and no worker is left.
['mp-325', 'mp-361'].each { variant ->
    def reports = Reports.load(basedir.toPath().resolve("target/reports-$variant"))
    assert reports.testCases().every { it.status() != Reports.Status.PASSED }
}
def timeline = Timeline.read(basedir.toPath().resolve('target/mp/run.jsonl'))
def pids = timeline.all('workerStart').collect { it.text('pid') as long }
assert pids.size() == 2
assert pids.every { !ProcessHandle.of(it).map { it.isAlive() }.orElse(false) }
assert timeline.last('runEnd').text('outcome') == 'failed'
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'forkedProcessTimeoutInSeconds=3')
assert log.tellsError(2, 'forkedProcessTimeoutExtensionContext is set')

def reports = Reports.load(basedir.toPath().resolve('target/reports-mp'))
assert reports.testCases().any { it.className() == 'timeout.QuickTest' && it.status() == Reports.Status.PASSED }
// A minute would mean that the test ended by itself.
def run = Timeline.read(basedir.toPath().resolve('target/mp/run.jsonl'))
assert run.last('runEnd').at() - run.first('runStart').at() < 30_000
return true

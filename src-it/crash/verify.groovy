import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.lines(1).any { it.contains('crash.HaltingTest') && it.contains('exit code 7') }

def reports = Reports.load(basedir.toPath().resolve('target/reports-mp'))
def outcomes = reports.testCases().collectEntries { [it.id(), it.status()] }
('A'..'E').each { letter ->
    assert outcomes["TEST-crash.${letter}Test.xml crash.${letter}Test#passes".toString()] == Reports.Status.PASSED
}
assert outcomes['TEST-crash.HaltingTest.xml crash.HaltingTest#a_passes'] == Reports.Status.PASSED
assert outcomes['TEST-crash.HaltingTest.xml crash.HaltingTest#b_halts'] == Reports.Status.ERROR
// What had not begun is nowhere said to have run.
assert !outcomes.containsKey('TEST-crash.HaltingTest.xml crash.HaltingTest#c_never')
return true

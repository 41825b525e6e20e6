import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def problem = { build, test, why -> log.lines(build).any { it.contains("crash.$test did not run to its end") && it.contains(why) } }
assert problem(1, 'HaltingTest#b_halts', 'exit code 7')
// Names of nested classes and of invocations are not the same in all versions.
assert log.lines(1).any { it =~ 'crash\\.NestedTest(\\$Inner)?#b_exits did not run to its end: .* exit code 0 ' }
assert log.lines(1).any { it =~ /crash\.LifecycleTest#b_isKilled.*\[2\] did not run to its end: .* exit code 137 \(SIGKILL/ }
assert problem(1, 'NativeTest#a_hasNoMemory', 'exit code 3 (with -XX:+ExitOnOutOfMemoryError')
// Without a core dump it ends with 1.
assert problem(1, 'NativeTest#b_crashes', 'exit code 1 ')
assert problem(1, 'SetUpTest', 'exit code 8')
assert log.says(1, 'NOT RUN: what had not begun of crash.SetUpTest')

def reports = Reports.load(basedir.toPath().resolve('target/reports-mp'))
def nameOf = { it.className() + '#' + it.name().replaceAll('[({]int[)}]', '') }
def outcomes = reports.testCases().collectEntries { [nameOf(it), it.status().name()] }
def inner = outcomes.keySet().find { it.endsWith('#b_exits') } - '#b_exits'
def expected = ['A', 'B', 'C', 'D', 'E'].collectEntries { ["crash.${it}Test#passes".toString(), 'PASSED'] } + [
    'crash.HaltingTest#a_passes': 'PASSED',
    'crash.HaltingTest#b_halts': 'ERROR',
    'crash.HaltingTest#c_runs_in_another_worker': 'PASSED',
    'crash.NestedTest#outer': 'PASSED',
    ("$inner#a_passes".toString()): 'PASSED',
    ("$inner#b_exits".toString()): 'ERROR',
    ("$inner#c_passes".toString()): 'PASSED',
    'crash.LifecycleTest#a_passes': 'PASSED',
    'crash.LifecycleTest#b_isKilled[1]': 'PASSED',
    'crash.LifecycleTest#b_isKilled[2]': 'ERROR',
    'crash.LifecycleTest#c_passes': 'PASSED',
    'crash.NativeTest#a_hasNoMemory': 'ERROR',
    'crash.NativeTest#b_crashes': 'ERROR',
    'crash.NativeTest#c_passes': 'PASSED',
]
def ofTests = outcomes.findAll { !it.key.startsWith('crash.SetUpTest') }
assert ofTests == expected
assert outcomes.findAll { it.key.startsWith('crash.SetUpTest') }.values() as List == ['ERROR']

def crashed = reports.testCases().find { it.name() == 'b_crashes' }.problems()[0]
def file = (crashed.toString() =~ /(\/\S*hs_err_pid\d+\.log)/)
assert file.find(): crashed
assert new File(file.group(1)).exists()
assert reports.testCases().find { nameOf(it).endsWith('b_isKilled[2]') }.problems().toString()
    .contains('NOT RUN: the invocations of this method that would have followed')

// With one worker reports are handed on at once.
def one = Reports.load(basedir.toPath().resolve('target/reports-one'))
def ofOne = one.testCases().collectEntries { [nameOf(it), it.status().name()] }
def halted = ofOne.remove('crash.FailsThenHalts#ofBadWill')
assert !(halted in [null, 'PASSED', 'FLAKY']): halted
assert log.lines(2).any { it.contains('crash.FailsThenHalts#ofBadWill did not run to its end') && it.contains('exit code 9') }
assert log.says(2, 'It repeated tests that had failed')
assert ofOne == expected.findAll { it.key =~ /Halting|Nested|Inner|ATest/ }

// Every test ends its JVM: that has an end, too.
assert log.says(3, 'mp.maxWorkerRestarts=2: 3 workers were lost, so the run stops here')
assert log.says(3, 'NOT RUN: crash.EveryOne (rest 3)')
def endless = Reports.load(basedir.toPath().resolve('target/reports-endless')).testCases()
assert endless.every { it.status() == Reports.Status.ERROR }
assert endless.count { it.name() in ['one', 'two', 'three', 'four'] } == 3
assert endless.any { it.toString().contains('not all tests of crash.EveryOne ran') }
return true

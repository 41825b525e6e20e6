import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def problem = { build, test, why -> log.lines(build).any { it.contains("crash.$test did not run to its end") && it.contains(why) } }
assert problem(1, 'HaltingTest#b_halts', 'exit code 7')
assert problem(1, 'NestedTest$Inner#b_exits', 'exit code 0')
assert problem(1, 'LifecycleTest#b_isKilled(int)[2]', 'exit code 137 (SIGKILL')
assert problem(1, 'NativeTest#a_hasNoMemory', 'exit code 3 (with -XX:+ExitOnOutOfMemoryError')
assert problem(1, 'NativeTest#b_crashes', 'exit code 134 (SIGABRT')
assert problem(1, 'SetUpTest', 'exit code 8')
assert log.says(1, 'NOT RUN: what had not begun of crash.SetUpTest')

def reports = Reports.load(basedir.toPath().resolve('target/reports-mp'))
def outcomes = reports.testCases().collectEntries { [it.className() + '#' + it.name(), it.status().name()] }
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
    'crash.LifecycleTest#b_isKilled(int)[1]': 'PASSED',
    'crash.LifecycleTest#b_isKilled(int)[2]': 'ERROR',
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
assert reports.testCases().find { it.name() == 'b_isKilled(int)[2]' }.problems().toString()
    .contains('NOT RUN: the invocations of this method that would have followed')

// With one worker reports are handed on at once.
def one = Reports.load(basedir.toPath().resolve('target/reports-one'))
def ofOne = one.testCases().collectEntries { [it.className() + '#' + it.name(), it.status().name()] }
assert ofOne == expected.findAll { it.key =~ /Halting|Nested|Inner|ATest/ }
return true

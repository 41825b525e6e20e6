import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def problem = { test -> log.lines(1).any { it.contains("testtimeout.$test did not run to its end: mp.testTimeout=5: ") } }
assert problem('HangingTest#b_hangs')
assert problem('DeadlockTest#waitsForItself')
assert problem('SetUpTest')

def cases = Reports.load(basedir.toPath().resolve('target/reports-mp')).testCases()
def outcomes = cases.collectEntries { [it.className() + '#' + it.name(), it.status().name()] }
assert outcomes.findAll { !it.key.startsWith('testtimeout.SetUpTest') } == [
    'testtimeout.HangingTest#a_passes': 'PASSED',
    'testtimeout.HangingTest#b_hangs': 'ERROR',
    'testtimeout.HangingTest#c_passes': 'PASSED',
    'testtimeout.DeadlockTest#waitsForItself': 'ERROR',
    'testtimeout.QuickTest#passes': 'PASSED',
]
assert outcomes.findAll { it.key.startsWith('testtimeout.SetUpTest') }.values() as List == ['ERROR']
def dumpOf = { test -> cases.find { it.name() == test }.problems().toString() }
assert dumpOf('b_hangs').contains('HangingTest.waitHereForEver')
assert dumpOf('waitsForItself').contains('the-other-thread')
assert dumpOf('waitsForItself').contains('Found one Java-level deadlock')

// Surefire's own end of a fork: after two seconds, and with the exit code of its work.
assert Reports.load(basedir.toPath().resolve('target/reports-lazy')).testCases()*.status() == [Reports.Status.PASSED]
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

// Not by the suites' own figures: Surefire 3.2.5 does not count flakes there.
assert Reports.load(stock).testCases().count { it.status() == Reports.Status.FLAKY } == 3
assert Reports.load(stock).testCases().any { it.problems().any { it.kind() == 'rerunFailure' } }

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')
return true

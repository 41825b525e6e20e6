import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

def counts = Reports.load(stock).counts()
assert counts.tests() > 10
assert counts.failures() > 0 && counts.errors() > 0 && counts.skipped() > 0

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')

def slow = Reports.compare(basedir.toPath().resolve('target/reports-stock-slow'),
        basedir.toPath().resolve('target/reports-mp-slow'))
assert slow.isEmpty(): slow.join('\n')
assert log.says(4, 'mp: np=2')
assert Reports.load(basedir.toPath().resolve('target/reports-mp-slow')).testCases()*.name().sort() == ['fails', 'isSlow', 'passes', 'passes']
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')

assert Reports.load(stock).counts() == new Reports.Counts(2, 0, 0, 0, 0)

def its = { basedir.toPath().resolve("target/failsafe-$it") }
def itDifferences = Reports.compare(its('stock'), its('mp'))
assert itDifferences.isEmpty(): itDifferences.join('\n')
assert Reports.load(its('stock')).counts() == new Reports.Counts(4, 1, 1, 1, 0)

def summary = { new File(basedir, "target/summary-${it}.xml").text }
assert summary('stock').contains('<errors>1</errors>')
assert summary('mp') == summary('stock')
assert log.count(2, 'mp: np=3') == 2
return true

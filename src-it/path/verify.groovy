import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('path with blanks \u00e4 \u00f6/target/reports-stock')
def mp = basedir.toPath().resolve('path with blanks \u00e4 \u00f6/target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

assert Reports.load(stock).counts() == new Reports.Counts(3, 0, 0, 0, 0)

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')
return true

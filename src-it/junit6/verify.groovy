import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

assert Reports.load(stock).counts().tests() > 40

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')
return true

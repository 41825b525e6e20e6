import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')

assert Reports.load(stock).counts().tests() == 6

def tagged = Reports.compare(basedir.toPath().resolve('target/reports-stock-tags'),
        basedir.toPath().resolve('target/reports-mp-tags'))
assert tagged.isEmpty(): tagged.join('\n')
assert Reports.load(basedir.toPath().resolve('target/reports-mp-tags')).testCases()*.name() as Set == ['isFast', 'isOdd'] as Set
return true

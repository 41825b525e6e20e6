import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

def counts = Reports.load(stock).counts()
assert counts.tests() > 8
assert counts.failures() > 0 && counts.skipped() > 0

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')

def forks = Reports.compare(basedir.toPath().resolve('target/reports-stock-forks'),
        basedir.toPath().resolve('target/reports-mp-forks'))
assert forks.isEmpty(): forks.join('\n')
assert new File(basedir, 'target/reports-mp-forks/TEST-testng.PlainTest.xml').isFile()
def twice = { Reports.load(basedir.toPath().resolve("target/reports-$it")).testCases().count { it.name() == 'twice' || it.name() =~ /^twice\W/ } }
assert twice('mp') == 2 && twice('mp-forks') == 0

assert log.says(5, 'depends on nonexistent group "server"')
return true

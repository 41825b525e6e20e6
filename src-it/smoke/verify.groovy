import io.github.surefiremp.it.Reports

def stock = new File(basedir, 'target/reports-stock').toPath()
def mp = new File(basedir, 'target/reports-mp').toPath()

assert Reports.load(stock).counts().tests() > 0

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')

// Both runs write into the same log; mp's is the second.
def log = new File(basedir, 'build.log').text
def second = log.substring(log.lastIndexOf('Scanning for projects'))
assert second.readLines().any { it.contains('mp: np=2') }
// There is no reason for a second one.
assert second.readLines().any { it.contains('mp: np=2, 1 worker to begin with: ') }
return true

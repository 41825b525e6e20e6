import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=')

def counts = Reports.load(stock).counts()
assert counts.tests() > 40
assert counts.failures() > 0 && counts.errors() > 0 && counts.skipped() > 0

def differences = Reports.compare(stock, mp)
assert differences.isEmpty(): differences.join('\n')

// A character for each test, no lines of classes, and failures when they happen.
assert log.lines(2).any { it =~ /^\[INFO\] [.FEs]{1,60} +\d+$/ }
assert log.lines(1).any { it.startsWith('[INFO] Running ') }
assert !log.lines(2).any { it.startsWith('[INFO] Running ') || it.contains('Time elapsed') }
assert log.lines(2).any { it =~ /^\[WARNING\] \[worker [1-3]\] \S.* FAILED \d+\.\d\d s$/ }

// What started a test is no business of the report: no frame of mp in any trace.
assert mp.toFile().listFiles().findAll { it.name.endsWith('.xml') && it.text.contains('io.github.surefiremp.run') }.isEmpty()
return true

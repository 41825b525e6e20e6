import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: np=2')
// Left out on purpose is not lost.
assert !log.says(1, 'NOT RUN')
assert !log.says(1, 'did not run to its end')

def reports = Reports.load(basedir.toPath().resolve('target/reports-mp'))
def ran = reports.testCases().findAll { it.status() != Reports.Status.SKIPPED }
assert ran.any { it.status() == Reports.Status.FAILURE }
// Twelve classes with three tests each; two workers may have been in one class each when the first test failed.
assert ran.collect { it.className() }.toSet().size() <= 4: ran.collect { it.id() }
assert ran.size() < 12
return true

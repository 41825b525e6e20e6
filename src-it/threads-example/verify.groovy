import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

assert BuildLog.read(basedir.toPath()).says(1, 'up to 4 tests at the same time (1 worker × 4 threads)')
def reports = Reports.load(basedir.toPath().resolve('example/target/surefire-reports'))
assert reports.suites().size() == 5
// Tests that meet at a barrier are skipped where nobody comes; here all of them meet.
assert reports.counts() == new Reports.Counts(55, 0, 0, 0, 0)
return true

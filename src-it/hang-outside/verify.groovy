import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.lines(1).any { it.contains('mp.testTimeout=2: worker ') && it.contains('looks for tests') }
assert log.says(1, 'It was in the static initialiser of hangoutside.Settings.')

// What ran is reported though its worker does not end by itself.
assert log.lines(2).any { it.contains('mp.testTimeout=2: worker ') && it.contains('cleans up after its last test') }
assert log.says(2, 'hangoutside.Listener.launcherSessionClosed')
assert Reports.load(basedir.toPath().resolve('target/reports-close')).counts() == new Reports.Counts(2, 0, 0, 0, 0)
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: np=2')
assert log.says(2, 'mp: np=2')
['mp', 'mpflat'].each {
    def counts = Reports.load(basedir.toPath().resolve("target/reports-$it")).counts()
    assert counts == new Reports.Counts(2, 0, 0, 0, 0)
}
return true

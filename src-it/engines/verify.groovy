import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
[2, 4].each { assert log.says(it, 'mp: np=2') }
['in', 'out'].each {
    def chosen = Reports.compare(basedir.toPath().resolve("target/reports-stock-$it"),
            basedir.toPath().resolve("target/reports-mp-$it"))
    assert chosen.isEmpty(): chosen.join('\n')
}
def names = { Reports.load(basedir.toPath().resolve("target/reports-$it")).testCases()*.className() as Set }
assert names('mp-in') == ['engines.OldTest'] as Set
assert names('mp-out') == ['engines.NewTest'] as Set
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.count(2, 'mp: np=2') == 4
// With no engine at all, it is no success that no test ran.
[1, 2].each {
    assert log.says(it, 'Cannot create Launcher without at least one TestEngine')
    assert log.count(it, '. FAILURE [') == 1
}

['junit3-only', 'both-apis', 'suite-api'].each { module ->
    def stock = basedir.toPath().resolve("$module/target/reports-stock")
    def mp = basedir.toPath().resolve("$module/target/reports-mp")
    def differences = Reports.compare(stock, mp)
    assert differences.isEmpty(): "$module: " + differences.join('\n')
}

def classes = { Reports.load(basedir.toPath().resolve("$it/target/reports-mp")).testCases()*.className() as Set }
assert 'choice.OldestTest' in classes('junit3-only')
assert classes('both-apis') == ['choice.NewTest', 'choice.OldTest', 'choice.OldestTest'] as Set
// Surefire adds no engine for suites.
assert classes('suite-api') == ['choice.NewTest'] as Set
return true

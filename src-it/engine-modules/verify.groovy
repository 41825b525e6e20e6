import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def folder = { module, name -> basedir.toPath().resolve("$module/target/$name") }
def log = BuildLog.read(basedir.toPath())
// Surefire's goal comes to the module that holds the others, too; there is nothing to run there.
assert log.count(2, 'mp: np=2') == 4

['vintage': 25, 'testng-engine': 10, 'kotlin-suites': 30, 'mixed': 25].each { module, tests ->
    def stock = Reports.load(folder(module, 'reports-stock'))
    assert stock.testCases().size() == tests
    assert stock.counts().failures() > 0 && stock.counts().skipped() > 0
    def differences = Reports.compare(folder(module, 'reports-stock'), folder(module, 'reports-mp'))
    assert differences.isEmpty(): "$module: " + differences.join('\n')
}

// Only Jupiter's classes were split: those in Kotlin whose names have blanks, and no suite or class of another engine.
def split = { module ->
    folder(module, 'mp/run.jsonl').toFile().text.findAll(/"unit":"([^"#]+)#/) { it[1] } as Set
}
assert split('kotlin-suites') == ['kotlins.BasketTest', 'kotlins.SecondTest'] as Set
assert split('mixed') == ['mixed.NewTest'] as Set
assert split('vintage').isEmpty() && split('testng-engine').isEmpty()
return true

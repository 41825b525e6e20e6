import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.count(2, 'mp: np=3') == 4

['main-module': 10, 'both-modules': 8, 'test-module': 7, 'class-path': 10].each { module, tests ->
    def folder = { basedir.toPath().resolve("$module/target/$it") }
    def stock = Reports.load(folder('reports-stock'))
    assert stock.testCases().size() == tests
    // The tests look at their modules themselves.
    assert stock.testCases().findAll { it.status() != Reports.Status.PASSED }.every { it.name() in ['fails', 'two'] }
    def differences = Reports.compare(folder('reports-stock'), folder('reports-mp'))
    assert differences.isEmpty(): "$module: " + differences.join('\n')
    assert folder('mp/run.jsonl').toFile().text =~ /"unit":"com\.shop[^"]*#1/
}
return true

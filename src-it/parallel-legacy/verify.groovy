import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def compared = 0
['junit4', 'jupiter', 'testng'].each { module ->
    def target = basedir.toPath().resolve("$module/target")
    target.toFile().list().findAll { it.startsWith('stock-') }.each { stock ->
        def differences = Reports.compare(target.resolve(stock), target.resolve(stock.replace('stock', 'mp')))
        assert differences.isEmpty(): "$module $stock: " + differences.join('\n')
        compared++
    }
}
assert compared >= 9
// The methods of these waited for each other, so they ran in threads.
['junit4/target/mp-methods', 'testng/target/mp-threads'].each {
    assert Reports.load(basedir.toPath().resolve(it)).counts() == new Reports.Counts(6, 0, 0, 0, 0)
}
assert log.says(2, 'mp: parallel=classes: each worker runs one class after another')
assert log.count(2, 'mp: parallel=methods') == 0

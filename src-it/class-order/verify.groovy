import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def events = { new File(basedir, "target/events-$it").readLines()*.split(' ') }
def order = { variant -> events(variant)*.getAt(1) }

[[1, 'stock', 2, 'mp'], [3, 'stock-reverse', 4, 'reverse'], [5, 'stock-named', 6, 'named']].each {
    stockStep, stock, step, variant ->
    assert log.says(stockStep, 'mp: stays out')
    assert log.says(step, 'mp: np=4')
    def differences = Reports.compare(basedir.toPath().resolve("target/reports-$stock"),
            basedir.toPath().resolve("target/reports-$variant"))
    assert differences.isEmpty(): "$variant: " + differences.join('\n')

    // A serial group: one JVM, classes and methods in the order of stock.
    assert order(stock).size() == 12
    assert order(variant) == order(stock)
    assert events(variant)*.getAt(0).toSet().size() == 1
}
def classes = { variant -> order(variant)*.replaceAll('Test[.].*', '').unique() }
assert classes('reverse') == ['Quince', 'Fig', 'Elder', 'Date', 'Cherry', 'Apple']
assert classes('named') == ['Apple', 'Cherry', 'Date', 'Elder', 'Fig', 'Quince']
return true

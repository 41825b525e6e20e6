import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
// Surefire 3.6 and newer fail where there are suite files; --fail-never lets the other modules run there.
def told = { log.lines(it).findAll { it =~ /(SUCCESS|FAILURE|SKIPPED) \[/ }.collect { it.replaceAll(/ \[.*/, '') } }
assert told(1).size() == 5
assert told(2) == told(1)
def hasSuites = told(1).any { it.contains('suites') && it.contains('SUCCESS') }
assert told(1).count { it.contains('SUCCESS') } == (hasSuites ? 5 : 4)
def why = { log.lines(it).findAll { it.contains('Failed to execute goal') } }
assert why(2) == why(1)

def compared = 0
['junit4', 'jupiter', 'suites', 'testng'].each { module ->
    def target = basedir.toPath().resolve("$module/target")
    target.toFile().list().findAll { it.startsWith('stock-') }.each { stock ->
        def differences = Reports.compare(target.resolve(stock), target.resolve(stock.replace('stock', 'mp')))
        assert differences.isEmpty(): "$module $stock: " + differences.join('\n')
        compared++
    }
}
assert compared >= 11
// The methods of these waited for each other, so they ran in threads.
['junit4/target/mp-methods', 'testng/target/mp-threads'].each {
    assert Reports.load(basedir.toPath().resolve(it)).counts() == new Reports.Counts(6, 0, 0, 0, 0)
}
assert log.says(2, 'mp: parallel=classes: each worker runs one class after another')
assert log.count(2, 'mp: parallel=methods') == 0
assert log.says(2, 'mp: stays out (suiteXmlFiles')
if (hasSuites) {
    assert log.count(2, 'mp: stays out (suiteXmlFiles') == 2
    ['suite', 'suite-of-its'].each {
        assert Reports.load(basedir.toPath().resolve("suites/target/mp-$it")).testCases()*.className() == ['suites.FirstTest']
    }
}
return true

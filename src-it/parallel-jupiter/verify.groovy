import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Spans

def reports = { basedir.toPath().resolve("target/reports-$it") }
def spans = { Spans.read(basedir.toPath().resolve("target/events-$it/log")) }
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'up to 4 tests at the same time (1 worker × 4 threads)')
assert log.says(3, 'up to 8 tests at the same time (2 workers × 4 threads)')
assert Reports.load(reports('stock')).counts() == new Reports.Counts(26, 1, 0, 1, 0)

// Stock Surefire gives the output of tests that run at the same time to any of them, and before 3.5 it mixes the reports
// of their classes, too: only the cases are compared.
def cases = { Reports.load(reports(it)).testCases() }
def told = { cases(it).collect { [it.className(), it.name(), it.status(), it.failureType(), it.failureMessage()].toString() }.sort() }
def topLevel = { it.contains('$') ? it.substring(0, it.indexOf('$')) : it }
def shortName = { it.substring(it.lastIndexOf('.') + 1) }

['one', 'mp'].each { variant ->
    assert told(variant) == told('stock')
    // With mp each class has its own tests, and each test what it printed.
    cases(variant).each {
        assert topLevel(it.suiteFile() - 'TEST-' - '.xml') == topLevel(it.className())
        def out = it.status() == Reports.Status.SKIPPED ? '' : "out of ${shortName(it.className())}.${it.name()}"
        assert it.systemOut().trim() == out
    }

    def run = spans(variant)
    // One after another, though Jupiter may run them at the same time.
    def ledger = run.of('LedgerTest', 'LedgerExportTest')
    assert ledger.size() == 5
    assert run.faultsOfOneUnit(ledger).isEmpty()
    // JUnit's locks hold over threads and workers.
    def locked = run.of('LockedOneTest', 'LockedTwoTest')
    assert locked.size() == 4
    assert Spans.overlaps(locked, locked).isEmpty()
}
// The classes that waited for each other in one JVM are in several units.
def units = new File(basedir, 'target/mp/run.jsonl').readLines().findAll { it.contains('"unitStart"') && it.contains(' more"') }
assert units.size() == 2
return true

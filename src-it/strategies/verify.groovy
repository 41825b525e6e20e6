import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Spans

def reports = { basedir.toPath().resolve("target/reports-$it") }
def spans = { Spans.read(basedir.toPath().resolve("target/events-$it/log")) }
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert Reports.load(reports('stock')).counts() == new Reports.Counts(27, 0, 0, 0, 0)

def stock = spans('stock')
def order = { all, group -> all.findAll { it.test() in group*.test() }*.test() }

['mp', 'again'].each { variant ->
    def differences = Reports.compare(reports('stock'), reports(variant))
    assert differences.isEmpty(): differences.join('\n')

    def run = spans(variant)
    assert run.all().size() == 27
    assert run.all()*.worker().every { it in ['1', '2', '3', '4'] }

    // FREE: two methods waited for each other.
    def free = run.of('FreeTest')
    assert free*.pid().toSet().size() > 1
    assert !Spans.overlaps(run.of('FreeTest.one'), run.of('FreeTest.two')).isEmpty()

    // SERIAL: one worker, one after another, in stock's order, beside others.
    def ledger = run.of('LedgerTest', 'LedgerExportTest', 'LedgerImportTest', 'LedgerImportTest$OfNothing')
    assert ledger.size() == 5
    assert run.faultsOfOneUnit(ledger).isEmpty()
    assert ledger*.test() == order(stock.all(), ledger)
    assert !Spans.overlaps(ledger, run.of('CompanionTest')).isEmpty()

    // ISOLATED_FREE: several workers, nobody else.
    def server = run.of('ServerTest', 'ServerLoadTest')
    assert server.size() == 4
    assert server*.pid().toSet().size() > 1
    assert !Spans.overlaps(run.of('ServerTest.starts'), run.of('ServerTest.stops')).isEmpty()
    assert Spans.overlaps(server, run.without(server)).isEmpty()

    // ISOLATED_SERIAL, by a composed annotation, also on a nested class: one worker, in order, nobody else.
    def database = run.of('DatabaseReadTest', 'DatabaseWriteTest', 'NestingTest$WithDatabase')
    assert database.size() == 5
    assert run.faultsOfOneUnit(database).isEmpty()
    assert database*.test() == order(stock.all(), database)
    assert Spans.overlaps(database, run.without(database)).isEmpty()

    // Isolated groups come first.
    def isolated = server + database
    assert isolated*.end().max() < run.without(isolated)*.start().min()

    // The package's default, and a class that replaces it.
    def quiet = run.of('QuietOneTest', 'QuietTwoTest')
    assert run.faultsOfOneUnit(quiet).isEmpty()
    assert quiet*.test() == order(stock.all(), quiet)
    assert !Spans.overlaps(quiet, run.of('LoudTest')).isEmpty()

    // Methods of two classes in one group.
    def account = run.of('DepositTest.deposits', 'WithdrawTest.withdraws')
    assert run.faultsOfOneUnit(account).isEmpty()
    assert account*.test() == order(stock.all(), account)
}
return true

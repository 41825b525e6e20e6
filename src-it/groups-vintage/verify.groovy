import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Spans

def reports = { basedir.toPath().resolve("target/reports-$it") }
def spans = { Spans.read(basedir.toPath().resolve("target/events-$it/log")) }
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=4')
assert Reports.load(reports('stock')).counts() == new Reports.Counts(10, 0, 0, 0, 0)
def differences = Reports.compare(reports('stock'), reports('mp'))
assert differences.isEmpty(): differences.join('\n')

def run = spans('mp')
def order = { group -> spans('stock').all().findAll { it.test() in group*.test() }*.test() }

// SERIAL: one worker, one class after another, beside others.
def server = run.of('ServerStartTest', 'ServerStopTest')
assert server.size() == 3
assert run.faultsOfOneUnit(server).isEmpty()
assert server*.test() == order(server)
assert !Spans.overlaps(server, run.of('CompanionTest')).isEmpty()

// ISOLATED_SERIAL: one worker, one class after another, nobody else.
def database = run.of('DatabaseReadTest', 'DatabaseWriteTest')
assert database.size() == 4
assert run.faultsOfOneUnit(database).isEmpty()
assert database*.test() == order(database)
assert Spans.overlaps(database, run.without(database)).isEmpty()
return true

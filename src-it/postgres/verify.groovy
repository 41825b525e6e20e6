import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def folder = basedir.toPath()
def stock = folder.resolve('stock/target')
def mp = folder.resolve('mp/target')
def log = BuildLog.read(folder)

// The same results. The line that tells of the server is in the output of whichever test came first.
def differences = Reports.compare(stock.resolve('surefire-reports'), mp.resolve('surefire-reports'))
        .findAll { !(it.contains('system-out') && it.contains('PostgreSQL started')) }
assert differences.isEmpty(): differences.join('\n')
assert Reports.load(mp.resolve('surefire-reports')).counts().tests() > 50

// One server for four workers.
def started = Timeline.read(mp.resolve('mp/run.jsonl')).all('unitStart')
def workers = started.collect { it.worker() }.toSet()
assert workers.size() > 1
// What has a name like a test and no test in it is nobody's work.
assert !started.any { it.text('unit') == 'sales.DatabaseTest' }
assert started.any { it.text('unit') == 'sales.OrdersTest' }
assert log.count(1, 'PostgreSQL started') == 1
assert log.count(2, 'PostgreSQL started') == 1

// The server's own log says the same; the third run adds to the first one's.
def servers = { target -> (target.resolve('postgres.log').toFile().text =~ /\[(\d+)] LOG: +starting PostgreSQL/).collect { it[1] as long } }
assert servers(mp).size() == 1
assert servers(stock).size() == 2

// None is left. In the third run Maven was killed, so the server ended after it.
assert !log.says(3, 'BUILD')
def runs = { long pid -> ProcessHandle.of(pid).flatMap { it.info().command() }.isPresent() }
def left = servers(mp) + servers(stock)
for (int i = 0; i < 300 && left.any(runs); i++) {
    Thread.sleep(100)
}
assert !left.any(runs)
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
assert log.count(1, 'mp: stays out') == 2
assert log.count(2, 'mp: np=1 (one worker, which waits for the debugger)') == 2
assert log.count(2, 'Listening for transport dt_socket at address: ') == 2

def session = ['attached'] + ['stopped in stopHere'] * 3 + ['ended']
assert new File(basedir, 'debugger.txt').readLines() == session * 4

['reports', 'failsafe'].each { kind ->
    assert Reports.load(target.resolve("$kind-mp")).counts() == new Reports.Counts(3, 0, 0, 0, 0)
    def differences = Reports.compare(target.resolve("$kind-stock"), target.resolve("$kind-mp"))
    assert differences.isEmpty(): differences.join('\n')
}
return true

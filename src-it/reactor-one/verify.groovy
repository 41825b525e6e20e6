import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
assert !log.says(1, 'mp: np=')
assert log.count(2, 'mp: np=3') == 1
assert log.count(3, 'mp: np=3') == 1

['plain', 'with'].each { module ->
    def reports = { basedir.toPath().resolve("$module/target/reports-$it") }
    assert Reports.load(reports('stock')).counts() == new Reports.Counts(3, 0, 0, 0, 0)
    ['mp', 'mpT'].each { variant ->
        def differences = Reports.compare(reports('stock'), reports(variant))
        assert differences.isEmpty(): differences.join('\n')
    }
}

def seen = { module, variant ->
    basedir.toPath().resolve("$module/target/seen-$variant").toFile().listFiles().collect { it.text.split(' ') as List }
}
['with'].each { module ->
    ['mp', 'mpT'].each { variant ->
        def workers = seen(module, variant)
        assert workers.size() == 3
        workers.each { worker, pid -> assert (worker as int) in 1..3 }
    }
    seen(module, 'stock').each { worker, pid -> assert worker == 'none' }
}

// The other module runs as if mp were not there.
['mp', 'mpT'].each { variant -> seen('plain', variant).each { worker, pid -> assert worker == 'none' } }
assert !new File(basedir, 'plain/target/mp').exists()

// No two live workers of the session share a number, in whichever module they are.
def lives = ['with'].collectMany {
    Timeline.read(basedir.toPath().resolve("$it/target/mp/run.jsonl")).lives()
}
assert lives.size() >= 1
lives.each { assert it.worker() in 1..3 }
[lives, lives].combinations().findAll { one, other -> one.pid() < other.pid() && one.worker() == other.worker() }.each {
    one, other -> assert one.end() <= other.start() || other.end() <= one.start(): "$one and $other"
}
// Nor are there more of them than np.
lives.each { one -> assert lives.count { it.start() <= one.start() && one.start() < it.end() } <= 3 }
return true

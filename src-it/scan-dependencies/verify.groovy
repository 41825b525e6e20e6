import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('user/target')
def log = BuildLog.read(basedir.toPath())
def ids = ['with-type', 'one-method', 'other-type', 'its']
def differences = ids.collectMany { id ->
    Reports.compare(target.resolve("stock-$id"), target.resolve("mp-$id")).collect { "$id: $it" }
}
assert differences.isEmpty(): differences.join('\n')

// The module has no test classes of its own.
def count = { Reports.load(target.resolve("mp-$it")).testCases().size() }
assert ids.collect { count(it) } == [4, 1, 0, 2]
assert log.says(2, 'mp: np=2')
return true

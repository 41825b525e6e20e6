import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
def ids = (new File(basedir, 'pom.xml').text =~ '<id>(.*)</id>').collect { it[1] } - 'default-test'
assert log.count(2, 'mp: np=2') == ids.size()

def differences = ids.collectMany { id ->
    Reports.compare(target.resolve("stock-$id"), target.resolve("mp-$id")).collect { "$id: $it" }
}
assert differences.isEmpty(): differences.join('\n')

// Each of them selects something else, and the last word on what is stock Surefire's.
def ran = { id -> Reports.load(target.resolve("mp-$id")).testCases().collect { it.className() + "#" + it.name() } }
assert ids.collect { ran(it) }.unique().size() == ids.size() - 1 // The two ways to select nested classes, too.
assert ran('it-test') == ['selection.SomeIT#second']
assert ran('regex').toSet() == ['selection.FirstTest#one', 'selection.FirstTest#two', 'selection.other.FarTest#one',
        'selection.other.FirstTest#one', 'selection.other.FirstTest#two'] as Set
return true

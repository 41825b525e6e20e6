import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Folders
import io.github.surefiremp.it.Reports
import java.nio.file.Files

def target = basedir.toPath().resolve('use/target')
def log = BuildLog.read(basedir.toPath())
def mp = { execution -> log.linesOf(2, execution).find { it.contains('] mp: ') } ?: '' }
assert mp('default-test').contains('np=2 (')
assert mp('per-core').contains('np=')
assert mp('in-process').contains('mp: stays out (forkCount=0)')
assert mp('none-per-core').contains('mp: stays out (forkCount=0)')
assert mp('other-node').contains('mp: stays out (forkNode node.OtherForkNodeFactory')

def records = { variant -> target.resolve("record-$variant") }
// How many classes a warm JVM runs is what mp changes.
def mask = { it.startsWith('first class') ? '' : it }
def differences = Folders.compare(records('stock'), records('mp'), mask)
assert differences.isEmpty(): differences.join('\n')

def text = { variant, execution -> Files.readString(records(variant).resolve("$execution/ATest.txt")) }
['in-process', 'none-per-core'].each { assert text('mp', it).contains("in Maven's JVM true") }
['stock', 'mp'].each { variant ->
    ['ATest', 'BTest'].each {
        assert Files.readString(records(variant).resolve("fresh/${it}.txt")).contains('first class true')
    }
    assert text(variant, 'ends').contains('temp other temp')
}

['default-test', 'per-core', 'in-process', 'none-per-core', 'fresh', 'ends', 'other-node'].each {
    def reports = { variant -> target.resolve("reports-$variant/$it") }
    assert Reports.load(reports('mp')).counts() == new Reports.Counts(2, 0, 0, 0, 0)
    def others = Reports.compare(reports('stock'), reports('mp'))
    assert others.isEmpty(): others.join('\n')
}

// A JVM that does not end is killed, and the dump file says after how long.
['stock', 'mp'].each { variant ->
    def dumps = target.resolve("reports-$variant/ends").toFile().listFiles().findAll { it.name.endsWith('.dump') }
    assert dumps.any { it.text.contains(' 1 seconds ') }
}
return true

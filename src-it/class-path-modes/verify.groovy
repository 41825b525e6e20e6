import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Folders
import java.nio.file.Files

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: stays out')
assert log.count(2, 'mp: np=2') == 7

// The jars with nothing but a manifest, and mp's own, which is the last one on a worker's class path.
def own = ~/.*(surefirebooter|mp-worker|mp-provider-).*/
def mask = { line -> line ==~ own ? '' : line }
def differences = Folders.compare(target.resolve('record-stock'), target.resolve('record-mp'), mask)
assert differences.isEmpty(): differences.join('\n')

def record = { execution -> Files.readString(target.resolve("record-stock/$execution/ATest.txt")) }
assert record('default-test').contains('module false')
assert record('module-path').contains('module true')
assert record('more').contains('extra.txt says extra')
assert !record('more').contains('NullMarked from nowhere')
assert record('default-test').contains('NullMarked from nowhere')
assert !record('default-test').contains('org.junit.Test from nowhere')
assert record('less').contains('org.junit.Test from nowhere')
assert record('less').contains('NOPServiceProvider from nowhere')
assert record('other-folders').contains('where.txt says other')
return true

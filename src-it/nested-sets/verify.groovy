import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def reports = { basedir.toPath().resolve("target/reports-$it") }
def log = BuildLog.read(basedir.toPath())
[2, 3].each { assert log.says(it, 'mp: np=2') }

def stock = Reports.load(reports('stock')).suites()
// Otherwise it is not the version that this is about.
assert stock['TEST-nestedsets.OneTest.xml'].counts().tests() == 2
assert stock['TEST-nestedsets.OneTest$Inner$Innermost.xml'].counts().tests() == 3

def differences = ['mp', 'method'].collectMany { variant ->
    Reports.compare(reports('stock'), reports(variant)).collect { "$variant: $it" }
}
assert differences.isEmpty(): differences.join('\n')

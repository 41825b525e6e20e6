import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def tests = ['junit4': 8, 'testng': 8, 'jupiter510': 12, 'jupiter513': 12, 'jupiter61': 12]

['325': '3.2.5', '356': '3.5.6', '361': '3.6.1'].eachWithIndex { number, version, i ->
    assert log.says(2 * i + 1, ":$version:test")
    assert log.count(2 * i + 1, 'mp: stays out') == tests.size()
    assert log.count(2 * i + 2, 'mp: np=2') == tests.size()
    tests.each { module, count ->
        def reports = { basedir.toPath().resolve("$module/target/reports-$it-$number") }
        assert Reports.load(reports('stock')).counts().tests() == count
        def differences = Reports.compare(reports('stock'), reports('mp'))
        assert differences.isEmpty(): "$module, Surefire $version:\n" + differences.join('\n')
    }
}
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def folder = { basedir.toPath().resolve("target/reports-$it") }

['missing', 'allowed', 'init', 'parent'].each {
    def differences = Reports.compare(folder("stock-$it"), folder("mp-$it"))
    assert differences.isEmpty(): it + ': ' + differences.join('\n')
}
assert Reports.load(folder('stock-missing')).testCases().isEmpty()
assert log.says(1, 'No tests matching pattern "Missing" were executed')
assert log.says(2, 'No tests matching pattern "Missing" were executed')
assert Reports.load(folder('mp-init')).testCases().any { it.className() == 'nothinglost.StaticInitTest' }
assert Reports.load(folder('mp-init')).testCases().count { it.status() == Reports.Status.PASSED } == 3
// It must name what cannot be loaded.
assert log.says(7, 'nothinglost/Parent')
assert log.says(8, 'nothinglost/Parent')
return true

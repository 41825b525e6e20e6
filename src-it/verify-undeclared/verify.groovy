import groovy.json.JsonSlurper
import io.github.surefiremp.it.BuildLog

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp:verify: no difference: 2 tests with stock Surefire, 2 with mp; exit code 0 in both')
assert log.says(1, 'mp in 1 of 1 executions')

def folder = new File(basedir, 'target/mp/verify')
def verdict = new JsonSlurper().parse(new File(folder, 'verify.json'))
assert !verdict.differs
assert verdict.runs[1].executions*.np == [2]
// The goals with clean are in one property.
assert new File(folder, 'mp.log').text.contains('clean')
// Stock Surefire ran without the extension.
assert !new File(folder, 'stock.log').text.contains('mp: ')
assert new File(folder, 'mp.log').text.contains('mp: np=2')
return true

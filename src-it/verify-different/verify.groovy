import groovy.json.JsonSlurper
import io.github.surefiremp.it.BuildLog

def log = BuildLog.read(basedir.toPath())
def verdict = new JsonSlurper().parse(new File(basedir, 'target/mp/verify/verify.json'))
assert verdict.differs
assert verdict.notCompared == []

// Stock Surefire ran in all ways, because one difference is mp's and stays unexplained.
assert verdict.runs*.run == ['stock', 'mp', 'stock-again', 'stock-forks', 'stock-fresh', 'stock-reversed']
assert verdict.runs*.tests == [5] * 6

def of = { name -> verdict.differences.findAll { it.test.startsWith(name) } }
assert verdict.differences.size() == 3: verdict.differences.join('\n')

def order = of('needsTheFirst')[0]
assert order.what == 'OUTCOME' && order['class'] == 'different.BNeedsFirstTest'
assert order.module == 'verify-different' && order.reports == 'reports-all'
assert order.stock == 'passed'
assert order.mp.startsWith('failure: org.opentest4j.AssertionFailedError: the first did not run here')
// Which fork takes which class is chance, so forkCount=2 alone may not show it.
assert order.explanation in ['FORKS', 'FRESH']
assert order.hint.contains('what another class left in the JVM')

def message = of('failsWithAnotherMessage')[0]
assert message.what == 'DETAIL' && message.explanation == 'UNSTABLE'

def port = of('runsInNoWorker')[0]
assert port.what == 'OUTCOME' && port.explanation == 'ONLY_MP'
assert port.hint.contains('a fixed port')

// The same on the console.
assert log.tellsError(1, 'different.BNeedsFirstTest')
assert log.tellsError(1, ': the suite depends on one JVM') || log.tellsError(1, ': the class depends on others')
assert log.tellsError(1, 'only with mp: please report it')
assert log.tellsError(1, 'mp:verify: 3 differences (5 tests with stock Surefire, 5 with mp)')
return true

import groovy.json.JsonSlurper
import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp:verify: no difference: 7 tests with stock Surefire, 7 with mp; exit code 1 in both')
assert log.says(1, 'mp in 3 of 3 executions')

def folder = basedir.toPath().resolve('target/mp/verify')
def verdict = new JsonSlurper().parse(folder.resolve('verify.json').toFile())
assert !verdict.differs
assert verdict.runs*.run == ['stock', 'mp']
assert verdict.runs*.exitCode == [1, 1]
assert verdict.runs[0].notSuccessful == ['verify-same-a': 'FAILURE', 'verify-same-b': 'FAILURE']
assert verdict.runs[0].executions == []
assert verdict.runs[1].executions*.np == [2, 2, 2]
assert verdict.differences == [] && verdict.notCompared == []

// The logs and reports of each run are kept, and what the folders hold now is mp's.
assert folder.resolve('stock.log').toFile().text.contains('mp: stays out (-Dmp.np=0)')
assert folder.resolve('mp.log').toFile().text.contains('mp: np=2')
def counts = [
    'verify-same-a/reports-all': new Reports.Counts(4, 1, 1, 1, 0),
    'verify-same-b/reports-all': new Reports.Counts(1, 0, 0, 0, 0),
    'verify-same-b/failsafe-reports': new Reports.Counts(2, 0, 1, 0, 0)
]
counts.each { name, expected ->
    def (module, reports) = name.split('/')
    ['stock', 'mp'].each { assert Reports.load(folder.resolve("$it/$name")).counts() == expected }
    def now = basedir.toPath().resolve(module - 'verify-same-').resolve("target/$reports")
    assert Reports.load(now).counts() == expected
}
['stock', 'mp'].each {
    assert folder.resolve("$it/verify-same-b/failsafe-reports/failsafe-summary.xml").toFile().text.contains('<errors>1<')
}
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Spans

def reports = { basedir.toPath().resolve("target/reports-$it") }
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert Reports.load(reports('stock')).counts() == new Reports.Counts(14, 0, 0, 0, 0)

def spans = [:]
['group', 'all', 'method', 'reuse'].eachWithIndex { variant, i ->
    assert log.says(i + 2, 'mp: np=2')
    def differences = Reports.compare(reports('stock'), reports(variant))
    assert differences.isEmpty(): "$variant\n${differences.join('\n')}"

    def run = Spans.read(basedir.toPath().resolve("target/events-$variant/log"))
    assert run.all().size() == 14
    spans[variant] = run

    // The group's setting holds whatever else there is: a JVM for each test that may run anywhere …
    def fresh = run.of('FreshOneTest', 'FreshTwoTest')
    assert fresh*.before() == [0, 0, 0, 0]
    assert fresh*.pid().toSet().size() == 4
    // … and one for a serial group.
    def chain = run.of('ChainOneTest', 'ChainTwoTest')
    assert chain*.before() == [0, 1, 2, 3]
    assert run.faultsOfOneUnit(chain).isEmpty()
}

def plain = { variant -> spans[variant].of('PlainOneTest', 'PlainTwoTest', 'PlainThreeTest') }

['all', 'reuse'].each { variant ->
    def run = spans[variant]
    plain(variant).groupBy { it.type() }.each { type, tests ->
        assert tests*.before() == [0, 1]
        assert run.all().count { it.pid() == tests[0].pid() } == 2
    }
}

def method = plain('method')
assert method*.before() == [0] * 6
method.each { test -> assert spans['method'].all().count { it.pid() == test.pid() } == 1 }
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Spans

def reports = { basedir.toPath().resolve("target/reports-$it") }
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert Reports.load(reports('stock')).counts() == new Reports.Counts(14, 0, 0, 0, 0)

def spans = [:]
def found = [] as Set
['group', 'all', 'method', 'reuse'].eachWithIndex { variant, i ->
    assert log.says(i + 2, 'mp: np=2')
    def differences = Reports.compare(reports('stock'), reports(variant))
    assert differences.isEmpty(): "$variant\n${differences.join('\n')}"

    def run = Spans.read(basedir.toPath().resolve("target/events-$variant/log"))
    assert run.all().size() == 14
    spans[variant] = run

    def jvms = new File(basedir, "target/events-$variant/jvms").readLines()*.split(' ', 2)
    assert jvms.collect { it[0] as long }.toSet() == run.all()*.pid().toSet()
    found.addAll(jvms.collect { it[1] })

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

// Whether a JVM was started ahead or not, a test finds the same in it.
assert found.size() == 1: found

def ahead = { log.lines(it).collect { line -> (line =~ /mp: JVM (\d+), which was started ahead, is worker/).collect { match -> match[1] as long } }.flatten() }
// All JVMs but the first ones were started while others ran, and none of them is left.
['all': 3, 'method': 4].each { variant, invocation ->
    def pids = spans[variant].all()*.pid().toSet()
    assert pids.containsAll(ahead(invocation))
    assert ahead(invocation).size() == pids.size() - 2
}
assert !ahead(2).isEmpty()
assert ProcessHandle.allProcesses().noneMatch { it.info().commandLine().orElse('').with { it.contains('NextMain') && it.contains(basedir.path) } }
// Where each JVM has a variable of its own, none is.
assert ahead(5).isEmpty()
assert log.says(5, "mp: no JVM starts ahead: arguments, environment or working directory have the worker's number")

def method = plain('method')
assert method*.before() == [0] * 6
method.each { test -> assert spans['method'].all().count { it.pid() == test.pid() } == 1 }
return true

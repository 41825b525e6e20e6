import groovy.json.JsonSlurper
import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Timeline

def data = { folder ->
    def page = new File(basedir, "$folder/report.html").text
    def found = (page =~ /(?s)<script id="data" type="application\/json">(.*?)<\/script>/)
    assert found.find(): "no data in $folder"
    new JsonSlurper().parseText(found.group(1))
}
def trace = { folder -> new JsonSlurper().parse(new File(basedir, "$folder/trace.json")).traceEvents }

// Each module has its own page, and the top-level folder one for all.
def one = data('one/target/mp')
assert one.title == 'report-one'
assert one.tests.method as Set == ['passes', 'fails'] as Set
def fails = one.tests.method.indexOf('fails')
assert one.outcomes[one.tests.outcome[fails]] == 'failed'
assert one.details["$fails"].trace.contains('AssertionFailedError: expected: <expected> but was: <seen>')
assert one.details["$fails"].trace.contains('at one.FailingTest.fails(FailingTest.java')
assert one.details["$fails"].output == 'written by one that fails </script>\n'
def passes = one.tests.method.indexOf('passes')
assert one.details["$passes"].output == 'written by one that passes\n'
assert one.runs*.outcome == ['ran']
assert one.notes == []

def all = data('target/mp')
assert all.runs*.module as Set == ['io.github.surefiremp.it:report-one', 'io.github.surefiremp.it:report-two'] as Set
assert all.tests.method.size() == 4
assert all.notes == []

assert trace('one/target/mp').count { it.ph == 'X' && it.cat?.startsWith('test,') } == 2
assert trace('target/mp').count { it.ph == 'X' && it.cat == 'unit' } >= 3

// Where it is switched off there is none, and the run file has neither output nor traces.
assert !new File(basedir, 'without/target/mp/report.html').exists()
assert !new File(basedir, 'without/target/mp/trace.json').exists()
assert !new File(basedir, 'without/target/mp/run.jsonl').text.contains('written by one')

// Two workers and one lock: who waits says for what, or there was one worker.
def two = Timeline.read(basedir.toPath().resolve('two/target/mp/run.jsonl'))
two.events().findAll { it.kind() == 'unitStart' }.each { assert it.text('locks') == 'database (write)' }
assert two.events().any { it.kind() == 'workerReady' }
assert two.events().any { it.kind() == 'workerFinish' }

def log = BuildLog.read(basedir.toPath())
assert log.count(1, 'mp: report in') == 1
return true

import groovy.xml.XmlSlurper
import io.github.surefiremp.it.BuildLog

def log = BuildLog.read(basedir.toPath())
def file = { new File(basedir, it) }
def tests = { folder ->
    (file("$folder/target/reports-all").listFiles() ?: []).findAll { it.name ==~ /TEST-.*\.xml/ }.collectMany { report ->
        new XmlSlurper().parse(report).testcase.collect { "${it.@classname}#${it.@name}".toString() }
    }
}
def expected = ['shards.SplitTest#one()', 'shards.SplitTest#two()', 'shards.WholeTest#whole()']

// Each test ran on one machine, and one machine had nothing to do.
def shards = (0..3).collect { tests("kept/$it") }
assert shards.flatten().collect { it - '()' }.sort() == expected.collect { it - '()' }.sort()
assert shards.count { it.isEmpty() } == 1
(0..3).each {
    assert log.says(it + 1, "mp: shard $it of 4 (0 to 3) has ")
    assert shards[it].isEmpty() == log.says(it + 1, 'there is nothing to run here')
    def lines = file("kept/$it/target/mp/shard.tsv").readLines()
    assert lines[0] == '# mp-shard 1'
    assert lines.last() == 'end\tran'
    // What it planned from is as it was: there was none.
    assert !file("kept/$it/target/mp/history.tsv").exists()
    assert shards[it].isEmpty() || file("kept/$it/target/mp/history.shard-$it-of-4.tsv").exists()
}
assert (0..3).collect { file("kept/$it/target/mp/shard.tsv").readLines()[1].split('\t')[6] }.toSet().size() == 1
// The class was split over machines.
assert shards.count { it.any { test -> test.contains('SplitTest') } } == 2

// One result.
assert log.says(5, 'mp: each planned unit ran exactly once')
assert log.says(5, 'tests: 3, failed: 0, skipped: 0, flakes: 0')
assert tests('merged').collect { it - '()' }.sort() == expected.collect { it - '()' }.sort()
def split = new XmlSlurper().parse(file('merged/target/reports-all/TEST-shards.SplitTest.xml'))
assert split.@tests == '2'
def history = file('merged/target/mp/history.tsv').text
['one', 'two', 'whole'].each { assert history.contains(it) }
assert file('merged/target/mp/run.jsonl').readLines().count { it.contains('"testEnd"') } == 3
def page = file('merged/target/mp/report.html').text
assert page.contains('SplitTest') && page.contains('shard 0')
assert file('merged/target/mp/trace.json').text.contains('SplitTest')

// A machine is missing.
assert log.tellsError(6, 'shard 1 of 4 is missing')
assert log.tellsError(6, 'cannot prove that all tests ran exactly once')

// Before any test.
assert log.tellsError(7, '-Dmp.shard=4 must be a whole number from 0 to 3')
assert log.tellsError(8, '-Dmp.shard=0 cannot hold here, because mp stays out')
[7, 8].each { assert !log.says(it, 'Running shards.') }

// The reports are those of a run without shards, but for times.
def cases = { folder ->
    file("$folder/target/reports-all").listFiles().findAll { it.name ==~ /TEST-.*\.xml/ }.collectEntries { report ->
        def suite = new XmlSlurper().parse(report)
        def counts = ['name', 'tests', 'errors', 'skipped', 'failures', 'flakes', 'version'].collect { suite.@"$it".text() }
        [report.name, [counts, suite.children().collect { it.name() }.countBy { it },
            suite.testcase.collect { [it.@classname.text(), it.@name.text(), it.children().size()] }.sort { it[1] }]]
    }
}
assert cases('merged') == cases('kept/whole')
assert cases('kept/whole').size() == 2

// A lost worker whose rest ran: a failure of one test and of the shard, but no lost unit.
assert log.tellsError(11, 'mp: failed: shards.Crashing#b_halts')
assert log.tellsError(11, 'failed, by something beside a test')
assert !log.tellsError(11, 'did not run all of its units')
assert tests('crashed').collect { it - '()' }.sort() == ['a', 'b_halts', 'c'].collect { "shards.Crashing#$it".toString() }
// What is planned for all machines is all that there is.
def planned = log.lines(12).findAll { it.contains('mp.shard=') }.collect { (it =~ /mp.shard=(\d+) +(\d+) units?, (\d+) tests?/)[0][1..3]*.toInteger() }
assert planned.collect { it[0] } == [0, 1, 2, 3]
assert planned.sum { it[1] } == 3 && planned.sum { it[2] } == 3
assert log.says(12, 'on 4 machines with np=2 each:')
return true

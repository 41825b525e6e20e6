import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=3')

def outcomes = { module, variant ->
    Reports.load(basedir.toPath().resolve("$module/target/reports-$variant")).testCases().collectEntries {
        [(it.className() + '.' + it.name()): it.status()]
    }
}
[pytest: 11, junit4: 3, testng: 3].each { module, tests ->
    assert outcomes(module, 'stock').size() == tests
    assert outcomes(module, 'stock').values().toSet() == [Reports.Status.PASSED] as Set
    assert outcomes(module, 'mp') == outcomes(module, 'stock')
}

['stock', 'mp'].each { variant ->
    def journal = { module -> new File(basedir, "$module/target/journal-$variant").readLines() }
    def jvms = variant == 'mp' ? 3 : 1

    // pytest-mp: must_be_idempotent_without_teardown.
    def lines = journal('pytest')
    def of = { prefix -> lines.findAll { it.startsWith(prefix) } }
    assert of('flag call').size() == 1
    assert of('flag used').toSet().size() == jvms
    assert of('flag used').size() == 3

    // must_be_idempotent_with_teardown: all see the same value, and nobody waits for them.
    assert of('value call').size() == 1 && of('value cleaned up').size() == 1
    assert of('value made').collect { it.replaceFirst(' used.*', '') }.toSet().size() == 1
    assert of('value made').collect { it.replaceFirst('.* used', '') }.toSet().size() == jvms
    assert of('value still used').size() == 3
    assert lines.lastIndexOf('value still used') > lines.indexOf('value cleaned up')

    // mp_trail: the first one sets up before anyone is there, the last one cleans up when nobody is left.
    assert of('path used').size() == 5 && of('path entered').size() == 5 && of('path left').size() == 5
    assert of('path used').toSet().size() == jvms
    def state = 'gone'
    def inside = 0
    of('path').findAll { it != 'path comes' }.each { line ->
        switch (line) {
            case 'path begun': assert state == 'gone' && inside == 0; state = 'begun'; break
            case 'path up': assert state == 'begun' && inside == 0; state = 'up'; break
            case 'path entered': assert state == 'up'; inside++; break
            case 'path left': assert state == 'up' && inside > 0; inside--; break
            case 'path down': assert state == 'up' && inside == 0; state = 'down'; break
            case 'path gone': assert state == 'down' && inside == 0; state = 'gone'; break
            default: assert state == 'up' && inside > 0: line
        }
    }
    assert state == 'gone'
    // In one JVM each class is the first one and the last one; where three meet, they share a round.
    assert variant == 'mp' ? of('path up').size() <= 3 : of('path up').size() == 5

    // The same calls from JUnit 4 and TestNG.
    ['junit4', 'testng'].each {
        lines = journal(it)
        assert of('desk up').size() == 1 && of('name computed').size() == 1
        assert of('saw').size() == 3 && of('saw').toSet().size() == 1
        assert lines[-1] == 'desk down, ' + (of('saw')[0] =~ /saw (.*) and/)[0][1]
        assert of('desk down').size() == 1
        assert of('worker').toSet() == (variant == 'mp' ? (1..3).collect { "worker $it of 3, true" } : ['worker 1 of 1, false']) as Set
        assert of('till') == ['till taken', 'till given back'] * 3
    }
}

// The build fails because of that one alone.
def summary = log.lines(2).collect { it =~ /^\[INFO\] (\S+) \.+ (SUCCESS|FAILURE)/ }.findAll { it }.collectEntries { [it[0][1], it[0][2]] }
assert summary.findAll { it.value == 'FAILURE' }.keySet() == ['coordination-dead'] as Set && summary.size() == 6

// A JVM that ended had a lock, a step, a computation and two fixtures.
def died = Reports.load(basedir.toPath().resolve('dead/target/reports-mp')).testCases().collectEntries { [it.className(), it.status()] }
assert died == ['dead.ADiesTest': Reports.Status.ERROR, 'dead.BWaitsTest': Reports.Status.PASSED, 'dead.CWaitsTest': Reports.Status.PASSED]
assert log.says(2, 'exit code 7')
def lines = new File(basedir, 'dead/target/journal-mp').readLines()
def before = lines.takeWhile { it != 'dies' }
def after = lines.drop(before.size())
def count = { list, prefix -> list.count { it.startsWith(prefix) } }
assert count(before, 'waits in') == 8 && before.findAll { it.startsWith('waits in') }.toSet().size() == 2
assert count(before, 'got') == 0 && count(before, 'trail first: true') == 1 && count(before, 'trail first') == 1
assert count(after, 'got lock') == 2
assert count(after, 'trail first: true') == 1 && count(after, 'trail first: false') == 1
assert count(after, 'got trail as the last') == 1 && count(after, 'got trail') == 2
assert count(after, 'computes') == 1 && count(after, 'got value') == 2
assert count(before, 'half begun') == 1 && count(after, 'half begun') == 1 && count(after, 'got whole') == 2
assert count(before, 'kept up') == 1 && count(after, 'kept up') == 1
def keepers = after.findAll { it.startsWith('kept by') }
assert keepers.size() == 2 && keepers.toSet().size() == 1
assert !keepers[0].endsWith(before.find { it.startsWith('all taken by') }.drop('all taken '.size()))
assert lines[-2..-1].toSet() == ['kept down in its JVM: true', 'half down'] as Set
assert count(lines, 'kept down') == 1 && count(lines, 'half down') == 1
return true

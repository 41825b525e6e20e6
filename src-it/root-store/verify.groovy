import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def reports = { basedir.toPath().resolve("target/reports-$it") }
def events = { new File(basedir, "target/events-$it").readLines()*.split(' ', 2) }

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=2')
assert Reports.load(reports('stock')).counts() == new Reports.Counts(10, 0, 0, 0, 0)
['mp', 'one', 'parallel'].each {
    def differences = Reports.compare(reports('stock'), reports(it))
    assert differences.isEmpty(): "$it: " + differences.join('\n')
}

// What there is to be opened depends on the version of JUnit.
def things = events('stock')*.getAt(1).findAll { it.startsWith('opens ') }*.replace('opens ', '') as Set
assert things.containsAll(['session', 'plan', 'root'])
['mp', 'one'].each { variant ->
    def byPid = events(variant).groupBy { it[0] }.collectEntries { pid, lines -> [pid, lines*.getAt(1)] }
    assert byPid.values().count { it.contains('runs test') } == (variant == 'mp' ? 2 : 1)
    byPid.each { pid, lines ->
        ['session', 'plan'].each { assert lines.count("opens $it" as String) == 1: "$pid: $lines" }
        things.each {
            // A worker that ran no Jupiter class has nothing to open; none of them opens anything twice.
            assert lines.count("opens $it" as String) <= 1: "$pid: $lines"
            assert lines.count("closes $it" as String) == lines.count("opens $it" as String): "$pid: $lines"
        }
        // Nothing closes before the last test has run.
        def lastTest = lines.lastIndexOf('runs test')
        assert lines.findIndexOf { it.startsWith('closes ') } > lastTest: "$pid: $lines"
    }
    assert things.every { thing -> byPid.values().any { it.contains("opens $thing" as String) } }
}

// With JUnit's own parallel execution Jupiter opens and closes with each unit; the rest is as before.
events('parallel').groupBy { it[0] }.each { pid, told ->
    def lines = told*.getAt(1)
    ['session', 'plan'].each { assert lines.count("opens $it" as String) == 1: "$pid: $lines" }
    things.each { assert lines.count("closes $it" as String) == lines.count("opens $it" as String): "$pid: $lines" }
}
return true

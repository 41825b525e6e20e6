import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: np=2')
['one', 'two', 'fresh'].each {
    def counts = Reports.load(basedir.toPath().resolve("$it/target/reports-mp")).counts()
    assert counts.tests() == (it == 'fresh' ? 3 : 2) && counts.errors() == 0 && counts.failures() == 0
}

def journal = new File(basedir, 'journal').readLines()
def index = { text -> def line = text as String; assert journal.count(line) == 1; journal.indexOf(line) }
def uses = { what -> journal.findAll { it.startsWith("$what used") } }
['tenant', 'stand'].each { what ->
    assert journal.findLastIndexOf { it.startsWith("$what used") } < index("$what down true")
    assert index("$what up") < journal.findIndexOf { it.startsWith("$what used") }
    // One JVM for all.
    assert uses(what).collect { (it =~ /pid (\d+)/)[0][1] }.toSet().size() == 1
}
assert uses('tenant').collect { it[-1] as int }.sort() == [1, 2, 3, 4]
assert uses('stand').size() == 3

// What they print is kept, and nothing of them is left.
def printed = ['one', 'two', 'fresh'].collect { new File(basedir, "$it/target/mp/fixtures.log") }.findAll { it.exists() }*.text
assert printed.count { it.contains('the tenant prints') } == 1
assert printed.count { it.contains('the stand prints') } == 1
uses('tenant').plus(uses('stand')).collect { (it =~ /pid (\d+)/)[0][1] as long }.toSet().each { pid ->
    def deadline = System.nanoTime() + 10_000_000_000L
    while (ProcessHandle.of(pid).isPresent() && System.nanoTime() < deadline) { Thread.onSpinWait() }
    assert ProcessHandle.of(pid).isEmpty()
}
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def journal = { new File(basedir, "target/journal-$it").readLines() }
def once = { lines, text -> assert lines.count { it == text } == 1: "$text: $lines" }

def lines = journal('ends')
// A failure that skips the rest ends the use of it.
def reports = Reports.load(basedir.toPath().resolve('target/reports-ends')).testCases()
def failed = reports.findAll { it.className().startsWith('ends.Failure') && it.status() != Reports.Status.SKIPPED }
assert failed.any { it.status() == Reports.Status.FAILURE } && failed.size() < 6
['OfAll', 'OfTheFailed'].each { once(lines, "$it up"); once(lines, "$it down") }
assert lines.indexOf('OfAll down') > lines.lastIndexOf('all used')
assert lines.indexOf('OfTheFailed down') < lines.indexOf('InWorker up')

// A tear-down that fails is as good as a failed test; each time it says what and why.
def passed = Reports.load(basedir.toPath().resolve('target/failsafe-ends')).testCases()
assert passed.collect { it.status() } == [Reports.Status.PASSED]
def summary = new File(basedir, 'target/summary-ends.xml').text
['InWorker', 'AtTheEnd', 'InSession'].each {
    once(lines, "$it up")
    once(lines, "$it down")
    def told = it == 'InSession' ? log.lines(1).join('\n') : summary
    assert told =~ /the shared fixture ends\.Stuck\$$it could not be torn down by [^\n]*java.lang.IllegalStateException: stuck: $it/: it
}
assert log.tellsError(1, 'mp: the shared fixture ends.Stuck$InSession could not be torn down')

// A timeout ends the test that hangs, and not what is kept beside it or elsewhere.
assert log.says(1, 'forkedProcessTimeoutInSeconds=4')
['OfTheHanging', 'OfAnother', 'OfTheSession'].each { once(lines, "$it up"); once(lines, "$it down") }
assert lines.indexOf('OfAnother down') < lines.indexOf('InSession down')

// The session's fixtures come last, the last one first.
assert lines[-2..-1] == ['OfTheSession down', 'InSession down']

// Whoever ends Maven and however.
['kill', 'fresh', 'term', 'all'].each { variant ->
    def pids = journal(variant).findAll { it.startsWith('JVM ') }.collect { it.drop(4) as long }
    // Maven, the controller, two workers, the JVM for the session's fixtures, and in fresh one for the module's.
    assert pids.size() >= (variant == 'fresh' ? 6 : 5): variant
    def deadline = System.nanoTime() + 30_000_000_000L
    def left = { pids.findAll { ProcessHandle.of(it).isPresent() } }
    while (left() && System.nanoTime() < deadline) { Thread.sleep(20) }
    assert left() == []: variant
    ['OfTheWorker', 'OfTheSession'].each { once(journal(variant), "$it up"); once(journal(variant), "$it down") }
}
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
def folder = { basedir.toPath().resolve("target/reports-$it") }
def kept = { new File(basedir, "kept/$it") }
// Those that mp:status listed first.
def listed = { log.lines(it).findAll { line -> line =~ /\[INFO\]   pid \d+/ }.collect { line -> (line =~ /pid (\d+)/)[0][1] } as Set }
def workers = { Timeline.read(kept("after-$it/mp/run.jsonl").toPath()).all('workerStart').collect { event -> event.text('pid') } as Set }

['first', 'mp', 'other', 'cleaned'].each {
    def differences = Reports.compare(folder('stock'), folder(it))
    assert differences.isEmpty(): "$it: " + differences.join('\n')
}
assert Reports.load(folder('stock')).testCases().size() == 10

// The first build leaves some, at most as many as it had workers.
assert log.lines(2).any { it =~ /\[INFO\] mp: \d standby JVMs? waits? for the next build \(mvn mp:stop ends (it|them)\)/ }
def idle = listed(3)
assert !idle.isEmpty() && idle.size() <= workers('first').size()
assert idle.intersect(workers('first')).isEmpty()
assert log.lines(3).any { it.contains('io.github.surefiremp.it:standby surefire:default-test, waits, since ') }

// The second one runs its tests in them.
assert workers('mp').intersect(idle).size() == Math.min(workers('mp').size(), idle.size())
// What a test prints past System.out shows up on the console, as with any worker.
assert log.says(3, 'native output')

// A JVM that waits has touched nothing of the project, and written nothing.
def touched = kept('before-mp/touched.txt').readLines()
assert touched*.split(' ')*.getAt(0).toSet() == kept('after-first/touched.txt').readLines()*.split(' ')*.getAt(0).toSet()
assert touched.every { line -> !idle.contains(line.split(' ')[0]) }
['session', 'extension', 'order'].each { what ->
    assert kept('after-mp/touched.txt').readLines().any { idle.any { pid -> it == "$pid $what" } }
}
assert kept('before-mp/jacoco.exec').bytes == kept('after-first/jacoco.exec').bytes
assert kept('before-mp/jacoco.exec').lastModified() == kept('after-first/jacoco.exec').lastModified()
// One that was used has.
assert kept('after-mp/jacoco.exec').length() > kept('before-mp/jacoco.exec').length()

// Another argument: they are not used.
def unfit = listed(4)
assert !unfit.isEmpty()
assert workers('other').intersect(unfit).isEmpty()
unfit.each { pid ->
    assert log.lines(4).any { it.contains("mp: standby JVM $pid is not used and ends: argument ") && it.contains("was '-Dmore=1' and is '-Dmore=2'") }
}

// A clean, after which the agent would not find its folders.
def before = listed(5)
assert !before.isEmpty()
assert workers('cleaned').intersect(before).isEmpty()
before.each { pid -> assert log.says(5, "mp: standby JVM $pid is not used and ends: build folder was ") }

// The goal ends all, and nothing that would have been written at their end is.
def ended = listed(6)
assert !ended.isEmpty()
assert log.says(6, "mp: standby JVMs ended: ${ended.size()}")
assert log.says(6, 'mp: no standby JVMs')
assert kept('before-stop/jacoco.exec').bytes == kept('after-cleaned/jacoco.exec').bytes
(idle + unfit + before + ended).each { pid -> assert !ProcessHandle.of(pid as long).map { it.alive }.orElse(false) }
assert !new File(basedir, 'jvms').list()
return true

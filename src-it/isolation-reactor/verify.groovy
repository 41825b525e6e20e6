import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Spans

assert BuildLog.read(basedir.toPath()).count(1, 'mp: np=4') == 4

def run = Spans.read(basedir.toPath().resolve('target/events/log'))
assert run.all().size() == 16

def isolated = run.of('IsolatedTest')
assert run.faultsOfOneUnit(isolated).isEmpty()
assert Spans.overlaps(isolated, run.without(isolated)).isEmpty()
// Tests of b ran before and after.
assert run.of('LongTest')[0].end() < isolated*.start().min()
assert isolated*.end().max() < run.of('AgainTest')[0].start()

// What is not isolated runs beside other modules' tests.
assert !Spans.overlaps(run.of('OrdinaryTest'), run.of('AgainTest')).isEmpty()

def its = run.of('IsolatedIT')
assert !Spans.overlaps(its, its).isEmpty()
assert Spans.overlaps(its, run.without(its)).isEmpty()
assert run.of('AgainLongTest')[0].start() < its*.start().min()
return true

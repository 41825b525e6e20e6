import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Spans

def reports = { basedir.toPath().resolve("target/reports-$it") }
def spans = { Spans.read(basedir.toPath().resolve("target/events-$it/log")) }

assert Reports.load(reports('stock')).counts() == new Reports.Counts(7, 0, 0, 0, 0)
def differences = Reports.compare(reports('stock'), reports('mp'))
assert differences.isEmpty(): differences.join('\n')

def run = spans('mp')
// Free: several workers, at the same time.
assert !Spans.overlaps(run.of('FreeClassTest.one'), run.of('FreeFunctionTest.function')).isEmpty()
assert run.of('FreeClassTest', 'FreeFunctionTest')*.pid().toSet().size() > 1

// The pair: one worker, in order, nobody else.
def pair = run.of('PairTest')
assert pair*.test() == spans('stock').of('PairTest')*.test()
assert run.faultsOfOneUnit(pair).isEmpty()
assert Spans.overlaps(pair, run.without(pair)).isEmpty()
return true

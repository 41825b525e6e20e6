import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

assert Reports.load(basedir.toPath().resolve('target/reports-mp')).counts() == new Reports.Counts(12, 0, 0, 0, 0)

def run = Timeline.read(basedir.toPath().resolve('target/mp/run.jsonl'))
def units = run.units()
assert units.size() == 12
// Told from the order of events alone, not from how long anything took.
assert run.mostUnitsAtOnce() == 4
assert units*.worker().toSet() == [1, 2, 3, 4] as Set
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

['first', 'second'].each {
    assert Reports.load(basedir.toPath().resolve("target/reports-$it")).counts() == new Reports.Counts(12, 0, 0, 0, 0)
}

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: np=4, 1 worker to begin with: 12 tests, and it is not known how long they take')
assert log.lines(1).any { it =~ /mp: np=4, [234] workers in the end: when the last one was asked for, / }
assert log.lines(2).any { it =~ /mp: np=4, [234] workers: \d+ tests of about \d+ s in all/ }
assert log.lines(2).count { it =~ /^\[INFO\] \[worker [1-4]\] Sleep\d\dTest\.\w+ PASSED \d\.\d\d s$/ } == 12
assert !log.lines(1).any { it.contains('[worker ') }
assert log.lines(2).any { it =~ /mp: 12 tests on [234] workers in \d+(\.\d)? s: \d+(\.\d)? s of work, workers busy \d+ % of the time/ }
assert log.lines(2).any { it =~ /mp: with np=4 it cannot take less than .* s, because of / }

def run = Timeline.read(basedir.toPath().resolve('target/mp/run.jsonl'))
def units = run.units()
assert units.size() == 12
// Told from the order of events alone, not from how long anything took. On a busy machine it may not pay to start all.
assert run.mostUnitsAtOnce() in 2..4
assert units*.worker().toSet().every { it in 1..4 }
assert (run.first('staff').text('workers') as int) >= 2
return true

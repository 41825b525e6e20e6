import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def cases = Reports.load(basedir.toPath().resolve('target/reports-mp')).testCases()
def told = { type -> cases.findAll { it.className().startsWith(type) }.collectEntries { [it.name(), it.status().toString()] } }

// Each test once, and only the one that did it has an error.
assert cases.size() == 10: cases.collect { it.id() }
assert told('crash.HaltTest') == [beside: 'PASSED', halts: 'ERROR', quick: 'PASSED', 'twice(int)[1]': 'PASSED',
        'twice(int)[2]': 'PASSED', besideToo: 'PASSED']
def halts = cases.find { it.name() == 'halts' }
assert halts.problems()[0].toString().contains('ended with exit code 7')
assert cases.find { it.className() == 'crash.HaltTest' && it.name() == 'beside' }.systemOut() == 'out of beside()\nend of beside()\n'
assert log.says(1, 'These ran beside each other and run again, one after another: ')

// Who was too slow is known, so it does not run again.
assert told('crash.SlowTest') == [hangs: 'ERROR', one: 'PASSED', quick: 'PASSED', two: 'PASSED']
assert cases.find { it.name() == 'hangs' }.problems()[0].toString().contains('mp.testTimeout=2')
assert log.says(1, 'mp.testTimeout=2: crash.SlowTest#hangs took longer')
assert new File(basedir, 'target/mp/run.jsonl').readLines().count { it.contains('"testStart"') && it.contains('"hangs"') } == 1
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.ConsoleBlocks
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
def reports = { basedir.toPath().resolve("target/reports-$it") }
def units = { step -> Timeline.read(basedir.toPath().resolve("kept/$step/run.jsonl")).all('unitEnd') }
def unitsOf = { step, type -> units(step).findAll { it.text('class') == "splitshapes.$type" } }

assert log.says(1, 'mp: stays out')
[2, 3].each { assert log.says(it, 'mp: np=4') }

def counts = Reports.load(reports('stock')).counts()
assert counts.tests() > 50
assert counts.failures() > 0 && counts.errors() > 0 && counts.skipped() > 0

// Where in the log it shows what tests print to stderr is a matter of luck, also without mp.
def block = { step, type -> ConsoleBlocks.of(log, step, type).findAll { !(it =~ /with trouble|err of|err one|neither/) } }
def shown = { step -> log.lines(step).findAll { it =~ / Running [\w.$]+Test/ }*.replaceAll('.* Running ', '').sort() }

// A set-up runs in each part, so this class prints more; all else is the same.
def several = 'splitshapes.SetUpSpeaksTest'
def wrong = []
[[2, 'single'], [3, 'batched']].each { step, variant ->
    wrong += Reports.compare(reports('stock'), reports(variant)).findAll { !it.contains(several) }.collect {
        "$variant: $it"
    }
    def whole = Reports.load(reports('stock')).suites()
    def split = Reports.load(reports(variant)).suites()
    assert split["TEST-${several}.xml" as String].counts() == whole["TEST-${several}.xml" as String].counts()
    assert log.count(step, 'torn down') == unitsOf(step, 'SetUpSpeaksTest').size()

    assert shown(step) == shown(1)
    shown(1).findAll { !it.contains('$') && !(it in [several, 'splitshapes.OutputTest']) }.each {
        if (block(step, it) != block(1, it)) {
            wrong << "$variant:\n" + block(1, it).join('\n') + '\n-- mp:\n' + block(step, it).join('\n')
        }
    }
}
assert wrong.isEmpty(): wrong.join('\n')

def pieces = [ParametersTest: 2, RepetitionsTest: 3, FactoriesTest: 3, OverloadsTest: 5, NamesTest: 3, NestingTest: 11,
        OutcomesTest: 6, DisabledClassTest: 8, SetUpFailsTest: 2, SetUpSpeaksTest: 3, OutputTest: 3, FreeTest: 2]
// One unit for each method, and for each nested class that stays whole.
pieces.each { type, count -> assert unitsOf(2, type).size() == count }
[2, 3].each { step ->
    ['PerClassTest', 'OrderedTest'].each { assert unitsOf(step, it).size() == 1 }
    pieces.each { type, count -> assert unitsOf(step, type).sum { (it.text('pieces') ?: count) as int } == count }
}
// With durations known, short ones are batched.
assert units(3).size() < units(2).size()
return true

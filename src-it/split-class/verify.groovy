import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.ConsoleBlocks
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
def reports = { basedir.toPath().resolve("target/reports-$it") }
def run = { Timeline.read(basedir.toPath().resolve("kept/$it/run.jsonl")) }
def events = { new File(basedir, "target/events-$it").readLines()*.split(' ') }
def unitsOf = { step, type -> run(step).all('unitEnd').findAll { it.text('class') == "splitclass.$type" } }

[1, 4].each { assert log.says(it, 'mp: stays out') }
[2, 3, 5, 6].each { assert log.says(it, 'mp: np=4') }
assert Reports.load(reports('stock')).counts() == new Reports.Counts(60, 0, 0, 0, 0)
assert Reports.load(reports('stock-some')).counts() == new Reports.Counts(10, 0, 0, 0, 0)

[[1, 'stock', 2, 'first'], [1, 'stock', 3, 'second'], [4, 'stock-some', 5, 'some'], [1, 'stock', 6, 'whole']].each {
    stockStep, stock, step, variant ->
    def differences = Reports.compare(reports(stock), reports(variant))
    assert differences.isEmpty(): "$variant: " + differences.join('\n')

    // What the tests themselves saw: none ran twice and none is missing.
    assert events(variant)*.getAt(1).sort() == events(stock)*.getAt(1).sort()

    // The console shows one class, with its output in the order of its methods.
    assert log.count(step, 'Running splitclass.BigTest') == 1
    assert log.lines(step).count { it.contains('Tests run:') && it.endsWith('in splitclass.BigTest') } == 1
    def block = ConsoleBlocks.of(log, step, 'splitclass.BigTest')
    assert block == ConsoleBlocks.of(log, stockStep, 'splitclass.BigTest')
    assert block.count { it.contains('this is ') } == (variant == 'some' ? 10 : 20)
}

// Unasked and without a history, then with one, then some of its methods.
['first', 'second', 'some'].each { variant ->
    assert events(variant).findAll { it[1].startsWith('BigTest.') }*.getAt(0).toSet().size() > 1
}
[2, 3, 5].each { step ->
    assert unitsOf(step, 'BigTest').size() > 1
    assert unitsOf(step, 'BigTest')*.text('pid').toSet().size() > 1
    assert unitsOf(step, 'BigTest').sum { it.text('pieces') as int } == (step == 5 ? 10 : 20)
}
// With durations known it begins with a part of the long class.
assert run(3).first('unitStart').text('class') == 'splitclass.BigTest'
[2, 3, 6].each { step -> (1..40).each { assert unitsOf(step, String.format('Short%02dTest', it)).size() == 1 } }

// Unless the user wants classes whole.
assert unitsOf(6, 'BigTest').size() == 1
assert events('whole').findAll { it[1].startsWith('BigTest.') }*.getAt(0).toSet().size() == 1
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Timeline

def log = BuildLog.read(basedir.toPath())
def kept = { step, name -> basedir.toPath().resolve("kept/$step/$name").toFile() }
// By class and method: how often it ran.
def runs = { step ->
    def lines = kept(step, 'history.tsv').readLines()
    assert lines[0].startsWith('# mp history') || lines[0].contains('history')
    def columns = lines[1].split('\t') as List
    lines.drop(2).collectEntries {
        def cells = it.split('\t', -1)
        [cells[columns.indexOf('class')] + '#' + cells[columns.indexOf('method')],
         cells[columns.indexOf('runs')] as int]
    }
}
def firstUnit = { step -> Timeline.read(kept(step, 'run.jsonl').toPath()).first('unitStart').text('class') }

assert runs(1).values().every { it == 1 }
['One', 'Two', 'Three'].each { assert runs(1).keySet().any { key -> key.startsWith("history.${it}Test#") } }
assert runs(1).keySet().any { it.startsWith('history.ZzzSlowTest#') }

// The longest goes first although its name is last. (Of the first run nothing is known: it goes by the file system.)
assert firstUnit(2) == 'history.ZzzSlowTest'
assert runs(2).keySet() == runs(1).keySet()
assert runs(2).values().every { it == 2 }

// clean does not cost it.
assert firstUnit(3) == 'history.ZzzSlowTest'
assert runs(3).keySet() == runs(1).keySet()
assert runs(3).values().every { it == 3 }

// Nor does a selection.
assert runs(4).keySet() == runs(1).keySet()
runs(4).each { key, count -> assert count == (key.startsWith('history.OneTest#') ? 4 : 3) }

// Nor a clean without tests.
assert runs(6) == runs(4)

// Damage is told, the file set aside, and the tests run.
assert log.lines(7).any { it.contains('WARN') && it.contains('cannot use the history') }
assert kept(7, 'history.tsv.unusable').text.trim() == 'no history at all'
assert runs(7).keySet() == runs(1).keySet()
assert runs(7).values().every { it == 1 }

// A class that is gone is forgotten, the others are kept.
assert !runs(8).isEmpty()
assert runs(8).keySet() == runs(7).keySet().findAll { !it.startsWith('history.TwoTest#') }
assert runs(8).values().every { it == 2 }
assert kept(8, 'history.gone.tsv').readLines().any { it.contains('history.TwoTest') }
return true

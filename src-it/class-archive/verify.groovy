import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def folder = { basedir.toPath().resolve("target/reports-$it") }
def seen = { new File(basedir, "target/archive-${it}.txt").readLines() as Set }

['first', 'second'].each {
    def differences = Reports.compare(folder('stock'), folder(it))
    assert differences.isEmpty(): "$it: " + differences.join('\n')
}
assert Reports.load(folder('stock')).testCases().size() == 9

// The first build has none, and has it made without waiting for it.
assert seen('stock') == ['none'] as Set
assert seen('first') == ['none'] as Set
assert log.says(2, 'mp: 1 archives of classes are being made in ')

// The second one's workers map it.
assert seen('second') == ['archive'] as Set
assert log.says(3, 'mp: 0 archives of classes are being made in ')

// It is complete, and nothing is left of how it was made.
def archives = new File(basedir, 'private/archives').listFiles()
assert archives.length == 1
def archive = new File(archives[0], 'archive.jsa')
assert archive.length() == new File(archives[0], 'size').text.trim() as long
assert !archives[0].list().any { it in ['making', 'wanted', 'new.jsa', 'new.size'] }
return true

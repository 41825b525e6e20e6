import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
def ids = (new File(basedir, 'pom.xml').text =~ '<id>(.*)</id>').collect { it[1] } - 'default-test'
assert log.count(2, 'mp: np=2') == ids.size()

def differences = ids.collectMany { id ->
    Reports.compare(target.resolve("stock-$id"), target.resolve("mp-$id")).collect { "$id: $it" }
}
assert differences.isEmpty(): differences.join('\n')

def ran = { id -> Reports.load(target.resolve("mp-$id")).testCases().collect { it.className() + "#" + it.name() } as Set }
assert ran('and-not') == ['tags.FastTest#one', 'tags.FastTest#two', 'tags.MixedTest#one'] as Set
assert ran('or').contains('tags.OldTest#one')
assert ran('engine-and-tag') == ['tags.DatabaseTest#on_its_own', 'tags.DatabaseTest#one', 'tags.MixedTest#one_more'] as Set
// What the tags or engines leave out altogether is no failure.
['nothing', 'no-engine-left'].each { assert ran(it).isEmpty() }
// A parameter of the POM is stronger than one of junit-platform.properties; one of them enables a disabled test.
def parameters = Reports.load(target.resolve('mp-parameters')).testCases()
assert parameters.every { it.status() == Reports.Status.PASSED }
assert parameters.any { it.systemOut().contains('from the POM, from the file') }

// A dry run skips each test.
assert Reports.load(target.resolve('mp-dry')).testCases().every { it.status() == Reports.Status.SKIPPED }
assert ran('dry') == ran('parameters')
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def reports = { Reports.load(basedir.toPath().resolve("target/reports-$it")).counts() }
def none = new Reports.Counts(0, 0, 0, 0, 0)
def one = new Reports.Counts(1, 0, 0, 0, 0)

// The setting, its value, and what is allowed.
assert log.tellsError(1, '-Dmp.np=abc must be auto, a whole number from 0 ')
assert log.tellsError(2, '-Dmp.np=-1 must be auto, a whole number from 0 ')
assert log.tellsError(3, '<workers> in the <configuration> of mp-maven-plugin is no setting')
assert log.tellsError(3, 'the settings are: np, ')
assert log.tellsError(9, '-Dmp.granularity=methods must be one of auto, class, method')
// What to add to the POM.
assert log.tellsError(4, 'maven-surefire-plugin 2.12.4 is too old')
assert log.says(4, '<artifactId>maven-surefire-plugin</artifactId>')
assert log.lines(4).any { it ==~ /.*<version>3\.[0-9.]+<\/version>.*/ }
['abc', 'negative', 'unknown', 'old', 'enum'].each { assert reports(it) == none }
[1, 2, 3, 4, 9].each { assert !log.says(it, 'Running badsettings.') }

assert log.says(5, 'mp: stays out (mp.skip')
assert log.says(6, 'mp: stays out (-Dmp.np=0')
assert log.says(7, 'mp: np=2')
['skip', 'zero', 'near', 'oldskip'].each { assert reports(it) == one }
[5, 6, 8].each { assert !log.says(it, 'mp: np=') }

def nearMiss = log.lines(7).findAll { it.startsWith('[WARNING]') && it.contains('-Dmp.npp') }
assert nearMiss.any { it.contains('-Dmp.np?') }
return true

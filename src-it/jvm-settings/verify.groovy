import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Folders
import io.github.surefiremp.it.Reports
import java.nio.file.Files

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: stays out')
assert log.count(2, 'mp: np=2') == 4

// What says which of the two builds it was, and the names of Surefire's own files.
def own = ~/(property (mp\.|variant=|record=|sun\.java\.command=|surefire\.real\.class\.path=)|variable (MAVEN_CMD_LINE_ARGS|STARTED)=).*/
def differences = Folders.compare(target.resolve('record-stock'), target.resolve('record-mp'), { it ==~ own ? '' : it })
assert differences.isEmpty(): differences.join('\n')

def warnings = { invocation -> log.lines(invocation).findAll { it.startsWith('[WARNING]') } }
assert warnings(1).any { it.contains('from.argLine is configured twice') }
assert !warnings(1).any { it.contains('file.encoding cannot be set') }
assert warnings(2) == warnings(1)

// What stock Surefire does, so that both cannot be wrong in the same way.
def record = { execution -> Files.readAllLines(target.resolve("record-stock/$execution-ATest.txt")) }
def defaults = record('default')
assert defaults.containsAll(['started by by-plugin itself', 'assertions false', 'directory work N',
    'property from.old=old', 'property from.file=file', 'property from.file.numbered=fN', 'property from.both=file',
    'property from.variable=v', 'property twice=user', 'property from.user=uN', 'variable FROM_POM=with N',
    'variable FROM_POM_EMPTY=', 'variable HANDED_ON=in the tests too'])
assert !defaults.any { it.contains('LEFT_OUT') }
def noUser = record('no-user-properties')
assert noUser.contains('assertions false')
if (!(System.getProperty('it.surefire') ?: '').startsWith('3.2.')) {
    assert noUser.contains('property twice=variable N')
    assert !noUser.any { it.startsWith('property from.user=') }
}
assert record('by-jvm').contains('started by by-jvm itself')
assert record('by-parameter').contains('started by by-parameter itself')

def reports = Reports.compare(target.resolve('reports-stock'), target.resolve('reports-mp'))
assert reports.isEmpty(): reports.join('\n')
return true

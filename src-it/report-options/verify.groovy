import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Folders

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
def executions = ['default-test', 'console', 'console-plain', 'phrased', 'tree', 'none']
assert log.says(1, 'mp: stays out')
assert log.count(2, 'mp: np=2') == executions.size()

// Times, the properties of the JVM, and the frames below a test's own, of which mp has others.
def masks = [
    [/(time|timestamp)="[^"]*"/, '$1="*"'],
    [/[0-9.]+ s\b/, '* s'],
    [/.*<property name=.*/, ''],
    [/^\s*at (java\.base|org\.junit|org\.apache\.maven|io\.github\.surefiremp\.).*/, ''],
    [/^\s*\.\.\. \d+ more$/, ''],
]
def masked = { line -> masks.inject(line) { text, mask -> text.replaceAll(mask[0], mask[1]) } }

def differences = Folders.compare(target.resolve('reports-stock'), target.resolve('reports-mp'), masked)
assert differences.isEmpty(): differences.join('\n')

// Classes come in another order; mp's own lines are the only ones more.
def console = { invocation, execution ->
    log.linesOf(invocation, execution).collect(masked)
        .findAll { !(it =~ /] mp: |MpProvider|reports-|Download/) && !it.isBlank() }.sort()
}
executions.each {
    assert console(2, it) == console(1, it)
    assert console(1, it).size() > 3
}

def names = { execution ->
    def folder = target.resolve("reports-stock/$execution").toFile()
    folder.exists() ? folder.list().sort() : []
}
assert names('default-test').contains('reportoptions.NestingTest-suffix-output.txt')
assert names('console').every { it.endsWith('.dumpstream') }
assert names('console-plain').every { it.startsWith('TEST-') }
assert names('phrased').any { it.contains('All ways to end') }
assert names('none').every { it.startsWith('TEST-') }
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('target')
def log = BuildLog.read(basedir.toPath())
def ids = new XmlSlurper().parse(new File(basedir, 'pom.xml')).'**'.findAll { it.name() == 'execution' }
        .collect { it.id.text() } - 'default-test'
assert log.count(2, 'mp: np=2') == ids.size()

def differences = ids.collectMany { id ->
    Reports.compare(target.resolve("stock-$id"), target.resolve("mp-$id")).collect { "$id: $it" }
}
assert differences.isEmpty(): differences.join('\n')
println ids.collect { id -> "$id: " + Reports.load(target.resolve("mp-$id")).testCases().collect { it.id() } }.join('\n')

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.count(2, 'mp: np=2') == 3

def session = /<sessioninfo [^>]*>/
[['agent', 'unit'], ['agent', 'it'], ['offline', 'unit']].each { module, tests ->
    def report = { new File(basedir, "$module/target/$tests-$it/jacoco.xml").text }
    // Each JVM that wrote into the file is a session of it.
    assert report('stock').findAll(session).size() == 1
    assert report('mp').findAll(session).size() > 1
    // All lines, with what was missed and covered of each.
    assert report('stock').contains('<line nr=')
    assert report('mp').replaceAll(session, '') == report('stock').replaceAll(session, '')
    // A line that one class of the unit tests reaches, or one of the integration tests.
    assert report('mp').contains(tests == 'it' ? '<line nr="22" mi="0" ci="3"' : '<line nr="8" mi="0" ci="6"')

    def folder = { basedir.toPath().resolve("$module/target/${tests == 'it' ? 'it-' : ''}reports-$it") }
    def differences = Reports.compare(folder('stock'), folder('mp'))
    assert differences.isEmpty(): "$module $tests: " + differences.join('\n')
    assert Reports.load(folder('mp')).testCases().size() == (tests == 'it' ? 2 : 3)
}
return true

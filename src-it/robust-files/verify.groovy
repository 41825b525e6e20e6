import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline
import java.nio.file.Files

def folder = basedir.toPath()
def target = folder.resolve('target')
def log = BuildLog.read(folder)
def all = new Reports.Counts(4, 0, 0, 0, 0)
def reports = { Reports.load(target.resolve("reports-$it")) }

// Damaged files: told, set aside, and nothing else.
assert reports('damaged').counts() == all
def warned = { number, text -> log.lines(number).any { it.startsWith('[WARNING]') && it.contains(text) } }
assert warned(1, 'cannot use the history')
assert warned(1, 'run.jsonl')
assert target.resolve('kept/history.tsv.unusable').toFile().text.contains('of the future')
assert target.resolve('kept/history.tsv').toFile().text.contains('robust.ATest')
assert target.resolve('kept/run.jsonl/something').toFile().directory

// What dead processes left is gone.
[target.resolve('kept'), target.resolve('surefire')].each {
    if (Files.exists(it)) {
        assert Files.list(it).noneMatch { it.fileName.toString().contains('.of-4000000.') }
    }
}

// Each test deletes the folders, and each needs a new worker, which cannot start without Surefire's: that is told, with
// what did not run. Nothing else is missing: the history is there again.
assert log.tellsError(2, 'is gone; something deleted it during the run')
assert log.lines(2).any { it.contains('NOT RUN') && it.contains('robust.DTest') }
assert reports('deleted').testCases().count { it.status() == Reports.Status.PASSED } < 4

def history = {
    target.resolve('mp/history.tsv').toFile().readLines().drop(2).collectEntries {
        def cells = it.split('\t', -1)
        [cells[2] + '#' + cells[3], cells[4] as int]
    }
}
assert !history().isEmpty()

// Two builds at the same time.
def before = history()
def properties = new groovy.xml.XmlSlurper().parse(target.resolve('reports-damaged/TEST-robust.ATest.xml').toFile()).properties.property
def version = { name -> properties.find { it.@name == "it.$name" }.@value.text() }
def builds = ['one', 'other'].collect { variant ->
    def builder = new ProcessBuilder([
            new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-o', '-ntp', 'surefire:test',
            "-Dmaven.repo.local=$localRepositoryPath".toString(), '-Dmaven.legacyLocalRepo=true',
            "-Dsurefire.version=${version('surefire')}".toString(), "-Djunit.version=${version('junit')}".toString(),
            "-Dvariant=$variant".toString(), "-Dmeets=$variant-".toString(), '-Dmp.np=2'])
            .directory(basedir).redirectErrorStream(true).redirectOutput(folder.resolve("$variant-log.txt").toFile())
    builder.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
    builder.start()
}
builds.each { assert it.waitFor() == 0: ['one', 'other'].collect { folder.resolve("$it-log.txt").toFile().text } }
['one', 'other'].each { assert reports(it).counts() == all }
def after = history()
('A'..'D').each {
    def key = "robust.${it}Test#runs".toString()
    assert after[key] == before.getOrDefault(key, 0) + 2: "$key: ${after[key]} runs after ${before[key]}"
}
// Whole lines, and at least one run to its end.
def timeline = Timeline.read(target.resolve('mp/run.jsonl'))
assert !timeline.all('runEnd').isEmpty()
assert timeline.all('runEnd').every { it.text('outcome') == 'ran' }
return true

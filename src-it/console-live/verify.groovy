import java.nio.file.Files
import java.nio.file.Path

def folder = basedir.toPath()

// In a log: nothing that controls a terminal, but for what Maven itself prints at both ends, and no such line.
def log = folder.resolve('build.log').toFile().text.replace('\033[0m', '')
assert !(log =~ /[\x00-\x08\x0b-\x1f]/).find()
assert !log.contains('mp: looks for tests') && !(log =~ /mp: \d+ of \d+ classes/).find()

if (System.getProperty('maven.home').contains('maven-4')) {
    // Maven 4 prints in another way, so there is no line.
    return true
}
if (!Files.isDirectory(Path.of('/proc/self/fd'))) {
    // Terminals are made by a program of Unix.
    return true
}
def properties = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/reports-log/TEST-live.SlowTest.xml')).properties.property
def version = { name -> properties.find { it.@name == "it.$name" }.@value.text() }
def socket = "mp-it-${ProcessHandle.current().pid()}-${System.nanoTime()}".toString()
def tmux = { Object... arguments ->
    def command = (['tmux', '-L', socket, '-f', '/dev/null'] + (arguments as List))*.toString()
    def builder = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
    builder.environment().put('TERM', 'xterm-256color')
    builder.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
    def process
    try {
        process = builder.start()
    } catch (IOException e) {
        throw new AssertionError('install the package tmux; .ci/run does', e)
    }
    def text = process.inputStream.getText('UTF-8')
    process.waitFor()
    text
}
def await = { what, condition ->
    def seen = null
    for (int i = 0; i < 600; i++) {
        seen = condition()
        if (seen) {
            return seen
        }
        Thread.sleep(50)
    }
    throw new AssertionError(what + ', in the terminal is:\n' + tmux('capture-pane', '-p', '-S', '-', '-t', 'mp'))
}

def run = { columns, arguments, seen ->
    Files.deleteIfExists(folder.resolve('target/go'))
    def mvn = [new File(System.getProperty('maven.home'), 'bin/mvn').path, '-o', '-ntp', 'surefire:test', '-Dmp.np=2',
            "-Dmaven.repo.local=$localRepositoryPath", '-Dmaven.legacyLocalRepo=true', '-Dwaits=true',
            "-Dsurefire.version=${version('surefire')}", "-Djunit.version=${version('junit')}",
            "-Dvariant=$columns",
            // What is not known runs by number of tests, so the quick class is first.
            "-Dmp.history=target/history-${columns}.tsv"] + arguments
    tmux('new-session', '-d', '-s', 'mp', '-x', columns, '-y', 50,
            mvn.collect { "'$it'" }.join(' ') + '; echo "ended with $?"; cat')
    try {
        seen()
        Files.createFile(folder.resolve('target/go'))
        await('it ends') { tmux('capture-pane', '-p', '-t', 'mp').contains('ended with') }
        // With what has left the screen, and lines that were broken joined.
        return tmux('capture-pane', '-p', '-J', '-S', '-', '-t', 'mp').readLines()*.stripTrailing()
    } finally {
        tmux('kill-server')
    }
}
def live = /mp: \d+ of 3 classes, .*/
def screen = { tmux('capture-pane', '-p', '-t', 'mp').readLines()*.stripTrailing() }

[80, 200].each { columns ->
    def after = run(columns, []) {
        // The quick class has ended, and both others run.
        def lines = await('the line tells of what runs') {
            def now = screen()
            now.any { it.startsWith('mp: 1 of 3 classes, 2 tests, 1 failed | ') && it =~ /SlowTest\.waits/ && (columns == 80 || it =~ /LongNameTest\.waits/)
                    || it =~ /2 tests, 1 failed \| WithALong\w*\.?\w*… \d+ s/ } ? now : null
        }
        def told = lines.findAll { it ==~ live }
        assert told.size() == 1: lines.join('\n')
        assert told[0].length() < columns
        assert lines.findAll { it }.last() == told[0]: 'it is the last line'
        if (columns == 200) {
            assert told[0] =~ /SlowTest\.waits \d+ s/
            assert told[0] =~ /WithALongNameTest\.waitsIn\w+ \d+ s/
        } else {
            assert told[0] =~ /SlowTest\.waits \d+ s|WithALong\w*\.?\w*… \d+ s/
        }
        // It goes on telling.
        await('the time goes on') { screen().any { it ==~ live && it != told[0] } }
    }
    assert after.every { !(it =~ /mp: \d+ of \d+ classes/).find() }: after.join('\n')
    assert after.any { it =~ /^\[ERROR] Tests run: 2, Failures: 1, .* -- in live.QuickTest$/ }: after.join('\n')
    assert after.count('printed by SlowTest') == 1
    assert after.any { it.startsWith('[ERROR] Tests run: 4, Failures: 1, Errors: 0, Skipped: 0') }
    assert after.any { it.startsWith('ended with 1') }
}
// Quiet is quiet.
def quiet = run(100, ['-q', '-Dtest=SlowTest']) {
    await('a test runs') { Files.exists(folder.resolve('target/mp/run.jsonl')) && folder.resolve('target/mp/run.jsonl').toFile().text.contains('"testStart"') }
}
assert quiet.findAll { it }.every { it == 'printed by SlowTest' || it == 'ended with 0' }: quiet.join('\n')
return true

import io.github.surefiremp.it.BuildLog

def log = BuildLog.read(basedir.toPath())
def said = { run -> log.lines(run).findAll { it.contains('mp:bisect: ') }.collect { it.split('mp:bisect: ', 2)[1] } }
def runs = { run -> said(run).findAll { it.startsWith('run ') } }
def command = { run ->
    def lines = log.lines(run)
    def at = lines.findIndexOf { it.contains(' shows it:') }
    assert at >= 0
    lines[at + 1].replaceFirst(/^\[\w+\]/, '').trim()
}
// What a user pastes, in the shell and the folder of the user.
def pasted = { String line ->
    assert line.startsWith('mvn ')
    def shell = new ProcessBuilder('sh', '-c', System.getProperty('maven.home') + '/bin/' + line + ' -B -ntp')
            .directory(basedir).redirectErrorStream(true).start()
    def output = shell.inputStream.getText(java.nio.charset.Charset.defaultCharset().name())
    [code: shell.waitFor(), output: output]
}
def classesOf = { output -> output.readLines().findAll { it.contains('Running ') }.collect { it.split('Running ')[1].trim() } }

// One class: the last run has those that ran before it.
assert said(2)[0] == 'which class makes bisect.VictimTest fail? (surefire:default-test of io.github.surefiremp.it:bisect)'
assert runs(2)[0].startsWith('run 1, alone: passed, ')
assert said(2)[2] == 'in the last run VictimTest.isClean failed when 11 classes had run before it in the same JVM'
assert runs(2)[1].startsWith('run 2, after 11 classes: FAILED (VictimTest.isClean), ')
assert said(2).any { it.startsWith('bisect.DirtyTest makes bisect.VictimTest fail, when it runs before it in the same JVM (') }
assert runs(2).size() <= 7
assert command(2).endsWith('-Dmp.bisect.order=bisect.DirtyTest,bisect.VictimTest')

// Alone.
assert runs(3).size() == 1
assert log.tellsError(3, 'mp:bisect: bisect.AloneTest fails alone, too, so no other class is needed for that.')

// The command shows what it promises.
def one = pasted(command(2))
assert one.code != 0
assert classesOf(one.output) == ['bisect.DirtyTest', 'bisect.VictimTest']
assert one.output.contains('VictimTest.isClean') && one.output.contains('oil is left')
return true

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
assert said(2)[0] == 'which class makes bisect.VictimTest fail? (surefire:default-test of io.github.surefiremp.it:bisect-kinds)'
assert runs(2)[0].startsWith('run 1, alone: passed, ')
assert said(2)[2] == 'in the last run VictimTest.isClean failed when 11 classes had run before it in the same JVM'
assert runs(2)[1].startsWith('run 2, after 11 classes: FAILED (VictimTest.isClean), ')
assert said(2).any { it.startsWith('bisect.DirtyTest makes bisect.VictimTest fail, when it runs before it in the same JVM (') }
assert runs(2).size() <= 7
assert command(2).endsWith('-Dmp.bisect.order=bisect.DirtyTest,bisect.VictimTest')

// Two that are needed together, and a method of the victim.
assert said(3).containsAll(['  bisect.HalfTest', '  bisect.OtherHalfTest'])
assert said(3).any { it.startsWith('no single class makes bisect.WorksTest#doesNotBurn fail; these 2 make it fail together, ') }
assert runs(3).size() <= 12
assert command(3).endsWith('-Dmp.bisect.order=bisect.HalfTest,bisect.OtherHalfTest,bisect.WorksTest')

// Alone.
assert runs(4).size() == 1
assert log.tellsError(4, 'mp:bisect: bisect.AloneTest fails alone, too, so no other class is needed for that.')

// Failsafe.
assert said(5)[0].contains('(failsafe:default of')
assert said(5).any { it.startsWith('bisect.DirtyIT makes bisect.VictimIT fail, ') }

// What does not fail.
assert runs(6).size() == 3
assert runs(6)[1].startsWith('run 2, after all others: passed, ')
assert runs(6)[2].startsWith('run 3, after all others, nothing put back: passed, ')
assert log.tellsError(6, 'mp:bisect: bisect.CalmTest could not be made to fail: it passed alone and after all 12 others in one JVM')

// All files of the run are as they were.
def files = { step ->
    def found = [:]
    def folder = new File(basedir, "kept/$step")
    folder.eachFileRecurse { if (it.isFile()) found[folder.toPath().relativize(it.toPath()).toString()] = it.text }
    found
}
assert files(1).keySet().containsAll(['mp/run.jsonl', 'mp/history.tsv', 'reports-mp/TEST-bisect.VictimTest.xml', 'failsafe-reports/failsafe-summary.xml'])
assert files(7) == files(1)

// Without a last run.
assert said(8).contains('it was not part of the last run with mp, so all other classes are tried')
assert runs(8)[1].startsWith('run 2, after all others: FAILED (VictimTest.isClean), ')
// With too few runs it says so.
assert runs(8).size() == 3
assert said(8).contains('the search may have no more than 1 run (-Dmp.bisect.runs), so perhaps not all of these are needed')
assert said(8).contains('  bisect.DirtyTest')
assert new File(basedir, 'target/mp/bisect/runs/run-1.log').isFile()

// What mp puts back between two classes makes nothing fail, unless it is left.
assert runs(10)[1].startsWith('run 2, after all others: passed, ')
assert runs(10)[2].startsWith('run 3, after all others, nothing put back: FAILED (SettingTest.hasTheUsualMode), ')
assert said(10).any { it.startsWith('bisect.AModeTest makes bisect.SettingTest fail, ') }
assert said(10).any { it.startsWith('only where nothing is put back between the two') }

assert log.tellsError(9, '-Dtest=NobodyTest: there is no such class among the compiled tests')

// The commands show what they promise.
def one = pasted(command(2))
assert one.code != 0
assert classesOf(one.output) == ['bisect.DirtyTest', 'bisect.VictimTest']
assert one.output.contains('VictimTest.isClean') && one.output.contains('oil is left')
def alone = pasted(command(4))
assert alone.code != 0 && classesOf(alone.output) == ['bisect.AloneTest']
def together = pasted(command(10))
assert together.code != 0 && together.output.contains('SettingTest.hasTheUsualMode')
def failsafe = pasted(command(5))
assert failsafe.code != 0
assert classesOf(failsafe.output) == ['bisect.DirtyIT', 'bisect.VictimIT']
assert failsafe.output.contains('VictimIT.isClean')
return true

// What a suite leaves that starts frameworks: nearly half of the time went to the thorough compiler.
def columns = ['module', 'execution', 'class', 'method', 'runs', 'typicalMillis', 'lastMillis', 'lastOutcome', 'lastSeen',
    'typicalCpuMillis', 'thoroughCpuMillis', 'thoroughPercent']
def rows = ['ATest', 'BTest'].collect {
    ['io.github.surefiremp.it:compilers', 'surefire:default-test', "compilers.$it", '*', 1, 9000, 9000, 'passed', 1, 9000,
        9000, 45]
}
def text = (['# mp-history 1'] + ([columns] + rows)*.join('\t')).join('\n') + '\n'
['known.tsv', 'user.tsv'].each { new File(basedir, it).text = text }
return true

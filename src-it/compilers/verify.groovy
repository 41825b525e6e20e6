import java.nio.file.Files

def base = basedir.toPath()
def arguments = { variant, name -> Files.readString(base.resolve("target/record-$variant/$name")) }
def rows = { file ->
    def lines = Files.readAllLines(base.resolve(file))
    def columns = lines[1].split('\t') as List
    lines.drop(2).collect { [columns, it.split('\t', -1)].transpose().collectEntries() }.findAll { it.method == '*' }
}
def quick = '-XX:TieredStopAtLevel=1'

// Of a first run nothing is known.
['ATest', 'BTest'].each { assert !arguments('first', it).contains(quick) }
def first = rows('target/mp/history.tsv')
assert first.size() == 2
assert first.every { it.quickCpuMillis.isEmpty() }
if (System.getProperty('os.name') == 'Linux') {
    assert first.every { it.thoroughPercent.toInteger() in 1..99 && it.thoroughCpuMillis.toInteger() > 0 }
}

['ATest', 'BTest'].each { assert arguments('known', it).contains(quick) }
def known = rows('known.tsv')
assert known.every { it.quickCpuMillis.toInteger() > 0 }
assert known.every { it.thoroughCpuMillis == '9000' && it.thoroughPercent == '45' }

// Whoever says something of compilers means it.
['ATest', 'BTest'].each {
    assert !arguments('user', it).contains(quick)
    assert arguments('user', it).contains('-XX:TieredStopAtLevel=4')
}
assert rows('user.tsv').every { it.quickCpuMillis.isEmpty() }
return true

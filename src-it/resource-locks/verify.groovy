import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def failed = { variant ->
    Reports.load(basedir.toPath().resolve("target/reports-$variant")).testCases().findAll {
        it.status() != Reports.Status.PASSED
    }.collect { it.className() - 'resourcelocks.' }
}
// For each one who came, which others were there at some time while it was.
def met = { variant ->
    def inside = [] as LinkedHashSet
    def met = [:].withDefault { [] as TreeSet }
    new File(basedir, "target/events-$variant").readLines().each { line ->
        def (way, resource, name) = line.split(' ') as List
        def who = [resource, name]
        if (way == '+') {
            inside.each { met[it] << name; met[who] << it[1] }
            inside << who
        } else {
            inside.remove(who)
        }
    }
    assert inside.isEmpty()
    met
}

assert log.says(1, 'mp: stays out')
(2..4).each { assert log.says(it, 'mp: np=4') }

// Surefire's forks know nothing of each other.
def users = ['B1WritesTest', 'B2WritesTest']
assert failed('stock').containsAll(users)

['classes', 'methods'].each { variant ->
    assert failed(variant) == []
    assert Reports.load(basedir.toPath().resolve("target/reports-$variant")).counts().tests() == 14

    def others = met(variant)
    def printing = ['A1Reads', 'A2Reads', 'B1Writes', 'B2Writes', 'C1Reads', 'C2Reads'] as Set
    assert others[['printer', 'A1Reads']].contains('A2Reads')
    ['B1Writes', 'B2Writes'].each { assert others[['printer', it]].intersect(printing).isEmpty() }
    ['one', 'two', 'three'].each { assert others[['scanner', it]].intersect(['one', 'two', 'three']).isEmpty() }
    assert others[['room', 'E1']].contains('E2')
    ['F1', 'F2'].each { assert others[['everything', it]].isEmpty() }
}

// Each of them needs the other one to fail.
assert failed('unlocked').containsAll(users + ['F1AloneTest', 'F2AloneTest'])
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def stock = basedir.toPath().resolve('target/reports-stock')
def mp = basedir.toPath().resolve('target/reports-mp')
def log = BuildLog.read(basedir.toPath())

assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=4')
// Not by the suites' own figures: Surefire 3.2.5 does not count flakes there, and takes twins for flakes.
assert Reports.load(stock).testCases().count {
    it.className() == 'splitrerun.FlakyTest' && it.status() == Reports.Status.FLAKY
} == 3

// Each attempt of each test by name, and the figures of all.
def results = { step ->
    def lines = log.lines(step)
    lines.drop(lines.findLastIndexOf { it.endsWith(' Results:') }).takeWhile { !it.contains('-----') }.sort()
}
// Stock repeats in the order of a hash table of unique ids, mp in the class's own: the lines of a txt are the same then.
def lines = { it.replaceFirst(/^(\s*stock:|\s*mp:)/, '').readLines()*.trim().findAll().sort() }
def isOrderAlone = { difference ->
    def sides = difference.split(/\n {2}mp: /, 2)
    sides.length == 2 && difference.contains('.txt:') &&
            lines(sides[0].substring(sides[0].indexOf('\n') + 1)) == lines(sides[1])
}
def wrong = Reports.compare(stock, mp).findAll { !isOrderAlone(it) }
if (results(2) != results(1)) {
    wrong += 'results:\n' + results(1).join('\n') + '\n-- mp:\n' + results(2).join('\n')
}
assert wrong.isEmpty(): wrong.join('\n')
return true

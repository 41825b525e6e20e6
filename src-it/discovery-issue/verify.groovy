import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())

assert log.says(2, 'mp: np=2')
assert log.says(1, 'setsUp') && log.says(2, 'setsUp')

// From JUnit 5.13 on the suite does not run at all then; before, the class fails alone.
def cases = { folder ->
    Reports.load(basedir.toPath().resolve('target/' + folder)).testCases().collect { it.name() + ' ' + it.status() }
}
assert cases('reports-mp') == cases('reports-stock')
assert !cases('reports-mp').contains('mustNotPass PASSED')
return true

import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def ran = { module, variant -> new File(basedir, "$module/target/ran-$variant").list() ?: [] }

def expected = [
    method    : ['method grouperrors.method.ShopTest.sells is in two groups',
                 '"till" (by class grouperrors.method.ShopTest)',
                 '"stock" (by method grouperrors.method.ShopTest.sells())'],
    superclass: ['class grouperrors.superclass.ShopTest is in two groups',
                 '"till" (by class grouperrors.superclass.Base)',
                 '"stock" (by class grouperrors.superclass.ShopTest)'],
    nested    : ['is in two groups',
                 '"till" (by class grouperrors.nested.ShopTest)',
                 '"stock" (by class grouperrors.nested.ShopTest$AtNight)'],
    strategies: ['group "till" has two strategies',
                 'SERIAL (by class grouperrors.strategies.ShopTest)',
                 'FREE (by class grouperrors.strategies.TillTest)'],
    twice     : ['group "drawer" has two strategies',
                 'SERIAL (by class grouperrors.twice.ShopTest)',
                 'ISOLATED_FREE (by class grouperrors.twice.ShopTest)'],
    blank     : ['class grouperrors.blank.ShopTest has a group with a blank name'],
    affinity  : ['class grouperrors.affinity.ShopTest has an @Affinity with a blank key'],
    perclass  : ['method grouperrors.perclass.ShopTest.sells() has the group "till"',
                 'class grouperrors.perclass.ShopTest must stay whole', '@TestInstance(PER_CLASS)'],
    ordered   : ['method grouperrors.ordered.ShopTest.sells() has the group "till"',
                 'class grouperrors.ordered.ShopTest must stay whole', '@TestMethodOrder'],
    vintage   : ['method grouperrors.vintage.ShopTest.sells() has the group "till"',
                 'class grouperrors.vintage.ShopTest must stay whole', 'its test engine runs whole classes only'],
    junit4    : ['method grouperrors.junit4.ShopTest.sells() has the group "till"',
                 'class grouperrors.junit4.ShopTest must stay whole', 'its test engine runs whole classes only'],
]
def alone = ['method', 'junit4']
alone.eachWithIndex { name, i ->
    def module = name == 'junit4' ? 'junit4' : 'jupiter'
    def texts = expected[name]
    // All of it is in one line, and Maven says that line as the error that it ends with.
    assert log.lines(i + 1).any { line -> line.startsWith('[ERROR]') && texts.every { line.contains(it) } }: name
    assert log.says(i + 1, 'No test was run.')
    assert !log.says(i + 1, 'Running grouperrors.')
    assert ran(module, name) == []
    assert Reports.load(basedir.toPath().resolve("$module/target/reports-$name")).counts() ==
            new Reports.Counts(0, 0, 0, 0, 0)
}

// All errors of a module at once.
(expected.keySet() - 'junit4').each { name ->
    assert log.lines(3).any { line -> expected[name].every { line.contains(it) } }: name
}
assert ran('jupiter', 'all') == []

// The files that are not there would be.
assert ran('jupiter', 'stock').size() > expected.size()
assert 'grouperrors.junit4.InnocentTest' in ran('junit4', 'stock')
return true

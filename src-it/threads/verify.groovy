import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
assert log.says(2, 'up to 8 tests at the same time (1 worker × 8 threads)')
assert log.says(3, 'up to 8 tests at the same time (2 workers × 4 threads)')

def reports = { basedir.toPath().resolve("target/reports-$it") }
def lines = { new File(basedir, "target/events-$it/log").readLines() }

// [name, worker, thread, line of the start, line of the end], from "worker thread start|end name".
def spans = { variant ->
    def started = [:]
    def all = []
    lines(variant).eachWithIndex { line, i ->
        def (worker, thread, kind, name) = line.split(' ')
        if (kind == 'start') {
            started[name] = [name, worker, thread, i]
        } else if (kind == 'end') {
            all << started.remove(name) + i
        }
    }
    assert started.isEmpty()
    // The tests of a factory are between its set-up and its tear-down.
    return all.findAll { it[0] != 'ParametersTest.f' }
}
def overlap = { one, other -> one[3] < other[4] && other[3] < one[4] }
def type = { span -> span[0].replaceAll(/[.$].*/, '') }
def most = { some ->
    def open = 0
    (some.collect { [it[3], 1] } + some.collect { [it[4], -1] }).sort { it[0] }.collect { open += it[1]; open }.max() ?: 0
}
/** The pairs that ran at the same time within a class, such as "a b". */
def pairs = { all, name ->
    def own = all.findAll { type(it) == name }
    def found = [] as TreeSet
    own.eachWithIndex { one, i ->
        own.drop(i + 1).each { other ->
            if (overlap(one, other)) {
                found << [one, other].collect { it[0] - "$name." - "$name\$" }.sort().join(' ')
            }
        }
    }
    return found as List
}
def inOrder = { all, name -> all.findAll { type(it) == name }.sort { it[3] }.collect { it[0] - "$name." } }

// Reports: those of the sequential run, output included, but for times and the order of the cases.
assert Reports.load(reports('zero')).counts() == new Reports.Counts(104, 1, 2, 2, 0)
['eight', 'two'].each {
    // The text report tells of failures in the order in which they came.
    def differences = Reports.compare(reports('zero'), reports(it)).findAll { !it.startsWith('threads.OutcomesTest.txt') }
    def text = { variant -> reports(variant).resolve('threads.OutcomesTest.txt').toFile().readLines()*.replaceAll(/[\d.]+ s/, '* s').sort() }
    assert text(it) == text('zero')
    assert differences.isEmpty(): "$it:\n" + differences.join('\n')
}

// Off: nothing overlaps.
assert most(spans('zero')) == 1

['eight': 8, 'two': 4].each { variant, threads ->
    def all = spans(variant)
    def are = { name -> pairs(all, name) }
    // No mark.
    assert are('PlainTest') == []
    // CHILDREN: methods and nested classes, but not the invocations of a method.
    assert are('ChildrenTest').containsAll(['a b', 'x y'])
    assert are('ChildrenTest').every { !(it ==~ /p#\d p#\d/) }
    // PARAMETERS: invocations of one method, different methods in order.
    def parameters = are('ParametersTest')
    assert parameters.containsAll(['p#1 p#2', 'r#1 r#2'])
    assert parameters.every { it.charAt(0) == it.charAt(4) }
    // ALL: both.
    assert are('AllTest').containsAll(['a b', 'p#1 p#2'])
    // Batches and sequential tests keep their order; a method that is not parallelizable is alone.
    assert are('MixedTest') == ['a1 a2', 'c1 c2']
    def mixed = inOrder(all, 'MixedTest')
    assert mixed.collect { it.charAt(0) }.join('') == 'aabccde'
    // A batch of one runs on the thread of the class, as what is in order does.
    assert all.findAll { it[0] in ['MixedTest.b', 'MixedTest.d', 'MixedTest.e'] }.collect { it[2] }.toSet().size() == 1
    // Marks on methods only.
    assert are('OwnTest') == ['b1 b2']
    assert inOrder(all, 'OwnTest').collect { it.charAt(0) }.join('') == 'abbc'
    // Not on the class beats own marks of its methods.
    assert are('NotClassTest') == []
    // Locks hold within the batch; a class that needs one for writing runs in order.
    assert !are('LockedTest').contains('l1 l2')
    assert are('LockedTest').contains('a b')
    assert are('LockedClassTest') == []
    // One instance for both, because the class says so itself.
    assert are('OneInstanceTest') == ['a b']
    def one = lines(variant).findAll { it.contains('OneInstanceTest') }
    assert one.first().endsWith('before OneInstanceTest') && one.last().endsWith('after OneInstanceTest 2')

    // The package is one unit, with the packages below it; who is not parallelizable is none of it.
    def inPackage = all.findAll { type(it) in ['OneTest', 'TwoTest', 'OrderedTest', 'DeepTest'] }
    assert inPackage.collect { it[1] }.toSet().size() == 1
    assert inPackage.any { a -> inPackage.any { b -> type(a) != type(b) && overlap(a, b) } }
    assert are('OrderedTest') == []
    assert are('AloneTest') == []

    // Never more than asked for in any worker, and as many where there are as many.
    all.groupBy { it[1] }.each { worker, own -> assert most(own) <= threads }
    assert most(all.findAll { type(it) == 'FortyTest' }) == threads
    def forty = lines(variant).findAll { it.contains('FortyTest') }
    assert forty.size() == 82
    assert forty.first().endsWith('before FortyTest') && forty.last().endsWith('after FortyTest')
}
// After a failure a batch that has begun ends; where Surefire skips within a class at all, nothing begins then.
def fast = Reports.load(reports('fast')).testCases().findAll { it.status() != Reports.Status.SKIPPED }.collect { it.name() }
assert fast.containsAll(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
def jupiter = (new File(basedir, 'target/reports-fast').listFiles().find { it.name.endsWith('.xml') }.text =~ /junit-jupiter-api-(\d+)\./)[0][1]
if (log.says(4, ':3.6.1:test') && jupiter == '6') {
    assert fast.size() == 6: fast
}
// Workers and threads multiply.
assert spans('two').collect { it[1] }.toSet().size() == 2
return true

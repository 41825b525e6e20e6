import io.github.surefiremp.it.Reports

def target = basedir.toPath().resolve('target')
def reports = { Reports.load(target.resolve("reports-$it")) }
// One line for each context that was started: its process and its name.
def started = { target.resolve("contexts-$it").toFile().readLines().collect { it.split(' ') } }
def configurations = ['cart', 'cart+dirty', 'cart+inner', 'cart+night', 'stock']

// One JVM starts one context for each configuration.
assert started('stock').collect { it[1] }.sort() == configurations

def differences = Reports.compare(target.resolve('reports-stock'), target.resolve('reports-mp'))
assert differences.isEmpty(): differences.join('\n')
['mp', 'spring5', 'spring7'].each { variant ->
    assert reports(variant).counts() == new Reports.Counts(9, 0, 0, 0, 0): variant
    def names = started(variant).collect { it[1] }
    assert names.toSet() == configurations.toSet(): variant
    // Nothing is started twice in the same JVM, and nothing by discovery.
    assert started(variant).toSet().size() == names.size(): variant
    // Classes with the same context go to the same worker.
    assert names.sort() == configurations: variant
}

assert started('mp').collect { it[0] }.toSet().size() == 2: 'both workers have something to do'
assert new File(basedir, 'build.log').text.contains('mp: 5 set-ups of 5 kinds, about ')

// Discovery asks Spring without trouble: it would say so, with -X.
def text = new File(basedir, 'build.log').text
assert text.contains('[DEBUG]')
assert !text.contains('mp: the Spring context of')
return true

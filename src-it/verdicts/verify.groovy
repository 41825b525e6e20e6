import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def log = BuildLog.read(basedir.toPath())
def verdicts = { invocation ->
    log.lines(invocation).collect { it =~ /^\[INFO\] (\S+) \.+ (SUCCESS|FAILURE|SKIPPED)/ }.findAll { it }
            .collectEntries { [it[0][1], it[0][2]] }
}
def stock = verdicts(1)
assert stock.size() == 23
assert verdicts(2) == stock
def failed = stock.findAll { it.value == 'FAILURE' }.keySet()
assert failed == ['no-classes', 'no-match', 'no-included', 'no-tagged', 'failing', 'flaky-too-often', 'rerun-and-skip',
        'its', 'its-flaky', 'its-none', 'its-several'] as Set
// With --fail-at-end only what needs a failed module is left out.
assert stock.findAll { it.value == 'SKIPPED' }.keySet() == ['after-failing'] as Set

// Maven's last words on each failure are the same.
def why = { invocation, variant ->
    log.lines(invocation).findAll { it.contains('Failed to execute goal') }.collect { it.replace("-$variant", '') }
}
assert why(1, 'stock').size() == failed.size()
assert why(2, 'mp') == why(1, 'stock')

def compared = 0
stock.keySet().each { module ->
    def target = basedir.toPath().resolve("$module/target").toFile()
    target.list()?.findAll { it.endsWith('-stock') || it.contains('-stock') }?.each { name ->
        def file = new File(target, name)
        def other = new File(target, name.replace('-stock', '-mp'))
        if (file.name.startsWith('summary')) {
            assert other.text == file.text
        } else if (file.isDirectory()) {
            def differences = Reports.compare(file.toPath(), other.toPath())
            assert differences.isEmpty(): "$module $name: " + differences.join('\n')
        }
        compared++
    }
}
assert compared > 15
return true

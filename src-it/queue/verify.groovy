import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import java.util.concurrent.TimeUnit

// No server: a clear error, no test, and nowhere the password.
def log = BuildLog.read(basedir.toPath())
def first = log.lines(1).join('\n')
assert first.contains('the queue server of mp.queue=redis://127.0.0.1:1/0 cannot be used')
assert first.contains('No test was run')
assert !first.contains('Running queue.')
assert !new File(basedir, 'build.log').getText('UTF-8').contains('not-to-be-seen')


def maven = new File(System.getProperty('maven.home'))
def folder = basedir.toPath()
def all = (10..69).collect { "queue.Unit${it}Test#runs".toString() } as Set
all += ['first', 'second', 'third'].collect { "queue.PartsTest#$it".toString() }
all += ['queue.IsolatedOneTest#runs', 'queue.IsolatedTwoTest#runs']

def versions = new Properties()
new File(basedir, 'target/test-classes/versions.properties').withInputStream { versions.load(it) }
def port = new ServerSocket(0).withCloseable { it.localPort }
def data = new File(basedir, 'redis')
data.mkdirs()
def startServer = {
    try {
        new ProcessBuilder('redis-server', '--bind', '127.0.0.1', '--port', "$port", '--dir', data.path,
                '--appendonly', 'yes', '--appendfsync', 'always', '--save', '')
                .redirectErrorStream(true).redirectOutput(new File(data, 'redis.log')).start()
    } catch (IOException e) {
        throw new AssertionError('install the package redis-server; .ci/run does', e)
    }
}
def ask = { String... words ->
    def process = new ProcessBuilder(['redis-cli', '-p', "$port".toString(), '--raw'] + (words as List)).redirectErrorStream(true).start()
    process.outputStream.close()
    // Tabs at the end are cells.
    def text = process.inputStream.getText('UTF-8').replaceAll(/\n+$/, '')
    process.waitFor()
    text
}
def await = { String what, Closure<Boolean> condition ->
    def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120)
    while (!condition()) {
        assert System.nanoTime() < end: "waited too long for $what"
        Thread.sleep(50)
    }
}
def key = { build, what -> "mp:{$build}:io.github.surefiremp.it:queue/surefire:default-cli:$what".toString() }
def done = { build -> ask('LLEN', key(build, 'done')) }
def running = []
def launch = { String name, String build, List goals, List settings ->
    def classWorlds = new File(maven, 'boot').listFiles().find { it.name.startsWith('plexus-classworlds') && it.name.endsWith('.jar') }
    def output = new File(basedir, "$name-${build}.log")
    def process = new ProcessBuilder([
            new File(System.getProperty('java.home'), 'bin/java').path, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC',
            '-cp', classWorlds.path, "-Dclassworlds.conf=${new File(maven, 'bin/m2.conf').path}".toString(),
            "-Dmaven.home=$maven".toString(), "-Dmaven.multiModuleProjectDirectory=$basedir".toString(),
            'org.codehaus.plexus.classworlds.launcher.Launcher',
            '-B', '-o', "-Dmaven.repo.local=$localRepositoryPath".toString(), '-Dmaven.legacyLocalRepo=true',
            "-Dsurefire.version=$versions.surefire".toString(), "-Djunit.version=$versions.junit".toString(),
            "-Dmp.queue=redis://127.0.0.1:$port/0".toString(), "-Dmp.build=$build".toString(),
            '-Dmp.queue.internal.leaseMillis=2000'] + goals + settings)
            .directory(basedir).redirectErrorStream(true).redirectOutput(output).start()
    process.outputStream.close()
    running << process
    [process: process, log: output, name: name]
}
def folderOf = { String name ->
    def target = new File(basedir, name)
    if (!target.exists()) {
        assert new ProcessBuilder('cp', '-a', new File(basedir, 'target').path, target.path).start().waitFor() == 0
    }
}
def machine = { String name, String build, String... more ->
    folderOf(name)
    launch(name, build, ['surefire:test'], ["-Dmachine=$name".toString(), '-Dmp.np=1'] + (more as List))
}
def ended = { started, boolean success ->
    assert started.process.waitFor(120, TimeUnit.SECONDS): started.log.text
    assert (started.process.exitValue() == 0) == success: started.log.text
    started.log.getText('UTF-8')
}
def reported = { started ->
    def reports = Reports.load(folder.resolve("$started.name/reports-mp"))
    assert reports.testCases().every { it.status() == Reports.Status.PASSED }
    reports.testCases().collect { "${it.className()}#${it.name()}".toString() }
}

// Where there is no server, shards are better than nothing.
assert log.lines(2).any { it.contains('the queue server of mp.queue=redis://127.0.0.1:1/0 cannot be used') && it.contains('runs shard 1 of 30') }
def ofShard = Reports.load(folder.resolve('target/reports-fallback')).testCases().size()
assert ofShard > 0 && ofShard < all.size() / 4

def server = startServer()
try {
    await('the server') { ask('PING') == 'PONG' }

    // Three machines, of which one is killed half-way.
    def machines = ['one', 'two', 'three'].collect { machine(it, 'killed') }
    await('half of the units') { (done('killed') ?: '0') as int >= 30 }
    machines[1].process.destroyForcibly().waitFor()
    def one = ended(machines[0], true)
    def three = ended(machines[2], true)
    def results = ask('HVALS', key('killed', 'results')).readLines()
    // A line for each unit, and one for each of its tests.
    def machineOf = [:]
    def current = null
    results.findAll { it }.each { line ->
        def cells = line.split('\t', -1)
        if (cells.length == 4) {
            current = cells[0]
        } else {
            assert cells[2] == 'passed'
            assert machineOf.put("${cells[0]}#${cells[1]}".toString(), current) == null
        }
    }
    assert machineOf.keySet() == all
    def names = ask('HKEYS', key('killed', 'machines')).readLines()
    assert names.size() == 3
    def lostOne = ask('ZRANGE', key('killed', 'seen'), '0', '-1')
    assert names.contains(lostOne)
    def ofLost = machineOf.findAll { it.value == lostOne }.keySet()
    assert !ofLost.isEmpty()
    def ofOthers = reported(machines[0]) + reported(machines[2])
    assert ofOthers.size() == (ofOthers as Set).size(): 'a test is in two reports'
    assert (ofOthers as Set) == all - ofLost
    // The isolated group was on one machine.
    assert machineOf['queue.IsolatedOneTest#runs'] == machineOf['queue.IsolatedTwoTest#runs']

    // Who comes when nothing is left succeeds; and the server tells how the build went, and a machine was lost.
    def late = machine('late', 'killed')
    def told = launch('told', 'killed', ['mp:merge'], [])
    def unknown = launch('told', 'unknown', ['mp:merge'], [])
    // The server is restarted in the middle; and who has other tests is not let in.
    def pair = ['four', 'five'].collect { machine(it, 'restarted') }
    def units = ask('LLEN', key('killed', 'units'))
    assert done('killed') == units
    assert ended(late, true).contains("0 of $units units ran here")
    def words = ended(told, true)
    assert words.contains("$units of $units units have a result; ${all.size()} tests, of which 0 failed".toString()): words
    assert words.contains('was lost, ')
    assert words.contains('mp: build killed is complete, and no test failed')
    assert ended(unknown, false).contains('the server knows nothing of build unknown')
    await('some units') { (done('restarted') ?: '0') as int >= 15 }
    def other = machine('other', 'restarted', '-Dtest=!Unit33Test')
    def refused = ended(other, false)
    assert refused.contains('only in the queue are queue.Unit33Test'): refused
    assert !refused.contains('Tests run: 1')
    server.destroyForcibly().waitFor()
    server = startServer()
    pair.each { ended(it, true) }
    def both = pair.collectMany { reported(it) }
    assert both.size() == (both as Set).size() && (both as Set) == all
    assert done('restarted') == ask('LLEN', key('restarted', 'units'))
} finally {
    running.each { it.destroyForcibly() }
    server.destroyForcibly().waitFor()
}
return true

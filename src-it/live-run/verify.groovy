import io.github.surefiremp.it.Reports
import io.github.surefiremp.it.Timeline
import java.nio.file.Files
import java.nio.file.Path

if (!Files.isDirectory(Path.of('/proc/self/fd'))) {
    // What listens where, and who belongs to whom, is asked of Linux.
    return true
}
def folder = basedir.toPath()
def properties = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/reports-first/TEST-liverun.ATest.xml')).properties.property
def version = { name -> properties.find { it.@name == "it.$name" }.@value.text() }

def start = { variant, arguments ->
    Files.deleteIfExists(folder.resolve('target/go'))
    Files.deleteIfExists(folder.resolve('target/mp/run.jsonl'))
    def builder = new ProcessBuilder([
            new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-o', '-ntp', 'surefire:test',
            "-Dmaven.repo.local=$localRepositoryPath".toString(), '-Dmaven.legacyLocalRepo=true',
            "-Dsurefire.version=${version('surefire')}".toString(), "-Djunit.version=${version('junit')}".toString(),
            "-Dvariant=$variant".toString(), '-Dwaits=true'] + arguments)
            .directory(basedir).redirectErrorStream(true).redirectOutput(folder.resolve("$variant-log.txt").toFile())
    builder.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
    builder.start()
}
def text = { variant -> folder.resolve("$variant-log.txt").toFile().text }
def await = { seconds, what, condition ->
    for (int i = 0; i < seconds * 20; i++) {
        if (condition()) {
            return
        }
        Thread.sleep(50)
    }
    assert false: what
}
def timeline = { Files.exists(folder.resolve('target/mp/run.jsonl')) ? Timeline.read(folder.resolve('target/mp/run.jsonl')) : null }
def testsThatRun = { timeline()?.all('unitStart')?.size() ?: 0 }
// The script mvn may have become the JVM, or have one below it.
def isJava = { (it.info().command().orElse('') as String).endsWith('/java') }
def jvm = { process -> isJava(process.toHandle()) ? process.toHandle() : process.descendants().filter(isJava).findFirst().get() }

// Strangers. Each unit has a JVM of its own, so workers connect while strangers are there.
def build = start('strangers', ['-Dmp.np=2', '-Dmp.freshJvm=true'])
await(60, 'two tests run') { testsThatRun() == 2 }
def maven = jvm(build)

def inodes = Files.list(Path.of("/proc/${maven.pid()}/fd")).collect {
    try { Files.readSymbolicLink(it).toString() } catch (IOException e) { '' }
}.findAll { it.startsWith('socket:[') }.collect { it.substring(8, it.length() - 1) } as Set
def listening = ['tcp', 'tcp6'].collectMany { new File("/proc/${maven.pid()}/net/$it").readLines().drop(1) }
        .collect { it.trim().split(/\s+/) }
        .findAll { it[3] == '0A' && inodes.contains(it[9]) }
        .collect { it[1].split(':') }
def loopback = ['0100007F', '0000000000000000FFFF00000100007F', '00000000000000000000000001000000']
assert listening.size() >= 3: listening
listening.each { assert loopback.contains(it[0]): 'it listens beyond loopback: ' + it }
def ports = listening.collect { Integer.parseInt(it[1], 16) }

def strangers = []
def random = new Random(1)
def connect = { port ->
    def socket = new Socket()
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000)
    strangers << socket
    socket
}
def say = { port, byte[] bytes ->
    try {
        connect(port).outputStream.write(bytes)
    } catch (IOException e) {
        // It was sent away while it talked.
    }
}
ports.each { port ->
    100.times {
        def garbage = new byte[1 + random.nextInt(20_000)]
        random.nextBytes(garbage)
        say(port, garbage)
    }
    // The right length, the wrong secret.
    say(port, UUID.randomUUID().toString().bytes)
    say(port, ('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n').bytes)
    say(port, new byte[0])
    // Slow ones, that stay.
    50.times { say(port, 'a'.bytes) }
}
// 10,000, of which the last 1,000 stay.
ports.each { port ->
    (10_000.intdiv(ports.size())).times {
        try {
            connect(port)
        } catch (IOException e) {
            // The queue is full; the next one tries.
        }
        if (strangers.size() > 1_000) {
            strangers.remove(0).close()
        }
    }
}
def threads = new File("/proc/${maven.pid()}/task").list().size()
assert threads < 3 * 1_000 + 200 * ports.size(): "$threads threads"

// What a run keeps beside the reports tells secrets.
def shared = Files.list(folder.resolve('target/surefire')).findAll { it.fileName.toString().startsWith('mp-worker') }
assert !shared.isEmpty()
shared.each {
    def rights = java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(it))
    assert rights == 'rw-------': "$it $rights"
}

new File(basedir, 'target/go').createNewFile()
assert build.waitFor() == 0: text('strangers')
strangers.each { it.close() }
assert Reports.load(folder.resolve('target/reports-strangers')).counts() == new Reports.Counts(4, 0, 0, 0, 0)
assert timeline().all('workerStart').size() >= 4
assert timeline().last('runEnd').text('outcome') == 'ran'

// Nothing may run on after Maven. How long it takes is measured in docs/reliability.md; a busy machine is slower.
def awaitEnd = { processes, since, signal ->
    def alive = processes as List
    while (!alive.isEmpty() && System.nanoTime() - since < 20_000_000_000L) {
        Thread.sleep(10)
        alive = alive.findAll { it.alive }
    }
    println "$signal: ${processes.size()} processes, the last one ended after ${(System.nanoTime() - since).intdiv(1_000_000)} ms"
    assert alive.isEmpty(): "$signal: these live on: " + alive.collect { it.info() }
}

// Maven is killed.
build = start('killed', ['-Dmp.np=2'])
await(60, 'two tests run') { testsThatRun() == 2 }
def all = build.toHandle().descendants().toList()
assert all.size() >= 3
def mavenPid = jvm(build).pid()
def since = System.nanoTime()
assert jvm(build).destroyForcibly()
awaitEnd(all, since, 'SIGKILL')
build.waitFor()
assert timeline().all('runEnd').isEmpty()
def ofMaven = { Files.list(it).findAll { file -> file.fileName.toString().contains(".of-$mavenPid.") } }
assert !ofMaven(folder.resolve('target/surefire')).isEmpty()

// Ctrl-C goes to all processes of a terminal. And what the killed one left is gone.
build = start('interrupted', ['-Dmp.np=2'])
await(60, 'two tests run') { testsThatRun() == 2 }
assert ofMaven(folder.resolve('target/surefire')).isEmpty()
assert ofMaven(folder.resolve('target/mp')).isEmpty()
all = build.toHandle().descendants().toList() + build.toHandle()
since = System.nanoTime()
assert (['kill', '-INT'] + all.collect { it.pid() as String }).execute().waitFor() == 0
awaitEnd(all, since, 'SIGINT')
assert build.waitFor() != 0
return true

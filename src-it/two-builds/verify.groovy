import io.github.surefiremp.it.Reports

def maven = new File(System.getProperty('maven.home'))
if (!mavenVersion.startsWith('3.')) {
    // The runner is made for the command line of Maven 3.
    return true
}
def jars = [new File(maven, 'lib'), new File(maven, 'boot')].collectMany { it.listFiles().findAll { it.name.endsWith('.jar') } }
def properties = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/reports-mp/TEST-two.OneTest.xml')).properties.property
def version = { name -> properties.find { it.@name == "it.$name" }.@value.text() }
def builds = ['first=2', 'stock=0', 'second=3', 'third=2']
def process = new ProcessBuilder([
        new File(System.getProperty('java.home'), 'bin/java').path, "-Dmaven.home=$maven".toString(),
        '-cp', jars.join(File.pathSeparator), 'runner/TwoBuilds.java',
        'test', '-B', '-o', "-Dmaven.repo.local=$localRepositoryPath".toString(), '-Dmaven.legacyLocalRepo=true',
        "-Dsurefire.version=${version('surefire')}".toString(), "-Djunit.version=${version('junit')}".toString(), '--'] + builds)
        .directory(basedir).redirectErrorStream(true).start()
process.outputStream.close()
def text = process.inputStream.getText('UTF-8')
assert process.waitFor() == 0: text

builds.each { assert text.contains("$it ended, threads that stay: []"): text }
assert text.count('mp: stays out') == 1
assert text.count('mp: np=2') == 2 && text.count('mp: np=3') == 1
def reports = { basedir.toPath().resolve("target/reports-$it") }
['first', 'second', 'third'].each {
    def differences = Reports.compare(reports('stock'), reports(it))
    assert differences.isEmpty(): differences.join('\n')
}
return true

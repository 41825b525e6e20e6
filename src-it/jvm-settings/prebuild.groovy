import java.nio.file.Files
import java.nio.file.Path

// Each is a JDK whose java tells the JVM that it starts which one it was. A JVM that is started without it can inherit
// what another one was told, but not for its own process id.
def java = Path.of(System.getProperty('java.home'), 'bin', 'java')
['by-jvm', 'by-parameter', 'by-plugin'].each { name ->
    def home = basedir.toPath().resolve("jdk-$name")
    Files.createDirectories(home.resolve('bin'))
    def script = home.resolve('bin/java')
    script.toFile().text = "#!/bin/sh\nSTARTED=$name-\$\$ exec '$java' \"\$@\"\n"
    script.toFile().executable = true
    Files.copy(Path.of(System.getProperty('java.home'), 'release'), home.resolve('release'))
}
new File(basedir, 'toolchains.xml').text = '<toolchains>' + ['by-parameter', 'by-plugin'].collect { name ->
    """<toolchain>
         <type>jdk</type>
         <provides><version>17</version><vendor>$name</vendor></provides>
         <configuration><jdkHome>${basedir.toPath().resolve("jdk-$name")}</jdkHome></configuration>
       </toolchain>"""
}.join('\n') + '</toolchains>'
return true

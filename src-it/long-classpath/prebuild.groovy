import java.nio.file.Files

// Without the manifest Surefire hands the class path of its fork over in a variable of the environment, which Linux
// limits to 128 KiB; so the paths are relative and just short enough for that, and too long for nothing else.
def elements = (1..2000).collect { "e/nothing-to-be-found-in-here-${it.toString().padLeft(4, '0')}" }
def last = basedir.toPath().resolve(elements.last())
Files.createDirectories(last)
last.resolve('last.txt').toFile().text = 'last'

def pom = new File(basedir, 'pom.xml')
def marker = '<!-- prebuild.groovy puts 2,000 here -->'
assert pom.text.contains(marker)
pom.text = pom.text.replace(marker, elements.collect { "<element>$it</element>" }.join('\n'))
return true

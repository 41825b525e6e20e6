import java.nio.file.Files

def example = basedir.toPath().resolve('../../../../examples/threads').normalize()
def copy = basedir.toPath().resolve('example')
Files.createDirectories(copy)
Files.copy(example.resolve('pom.xml'), copy.resolve('pom.xml'))
Files.walk(example.resolve('src')).filter { Files.isRegularFile(it) }.each { file ->
    def target = copy.resolve(example.relativize(file).toString())
    Files.createDirectories(target.parent)
    Files.copy(file, target)
}
return true

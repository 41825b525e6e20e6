import java.nio.file.Files

def example = basedir.toPath().resolve('../../../../examples/postgres').normalize()
['stock', 'mp'].each { name ->
    def copy = basedir.toPath().resolve(name)
    Files.createDirectories(copy)
    Files.copy(example.resolve('pom.xml'), copy.resolve('pom.xml'))
    [example, basedir.toPath()].each { from ->
        Files.walk(from.resolve('src')).filter { Files.isRegularFile(it) }.each { file ->
            def target = copy.resolve(from.relativize(file).toString())
            Files.createDirectories(target.parent)
            Files.copy(file, target)
        }
    }
}
return true

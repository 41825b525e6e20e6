import java.nio.file.Files

def project = basedir.toPath().resolve('path with blanks \u00e4 \u00f6')
Files.createDirectories(project)
Files.copy(basedir.toPath().resolve('pom.xml'), project.resolve('pom.xml'))
Files.move(basedir.toPath().resolve('src'), project.resolve('src'))
return true

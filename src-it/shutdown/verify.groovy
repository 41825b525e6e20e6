import io.github.surefiremp.it.BuildLog
import java.nio.file.Files

assert BuildLog.read(basedir.toPath()).says(2, 'mp: np=2')

// The tests' JVM ends after Maven's.
['stock', 'mp'].each {
    def note = basedir.toPath().resolve("target/notes-$it/hook of ATest")
    for (int i = 0; i < 300 && !Files.exists(note); i++) {
        Thread.sleep(100)
    }
    assert Files.exists(note)
}
return true

package grouperrors.junit4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;

/** Leaves a file when a test runs. */
public abstract class Marked {
    /** Writes the file. */
    @Before
    public void mark() throws IOException {
        Path folder = Path.of(System.getProperty("ran"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(getClass().getName()), "");
    }
}

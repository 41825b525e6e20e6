package runorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;

class Base {
    /** The order of the classes is what the test is about, so each of them writes its name. */
    @BeforeEach
    void writeDown() throws IOException {
        String file = System.getProperty("ran");
        if (file != null) {
            Files.writeString(
                    Path.of(file),
                    getClass().getSimpleName() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}

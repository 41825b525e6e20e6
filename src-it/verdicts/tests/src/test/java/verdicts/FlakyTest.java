package verdicts;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlakyTest {
    @Test
    void one() throws IOException {
        assumeTrue(System.getProperty("attempt") != null);
        Path attempt = Path.of(System.getProperty("attempt"));
        if (Files.notExists(attempt)) {
            Files.createDirectories(attempt.getParent());
            Files.createFile(attempt);
            fail("the first time");
        }
    }
}

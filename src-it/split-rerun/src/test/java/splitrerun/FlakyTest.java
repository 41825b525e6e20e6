package splitrerun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlakyTest {
    @Test
    void passes() {}

    @Test
    void passesTheSecondTime() throws IOException {
        int attempt = attempt("second");
        System.out.println("attempt " + attempt);
        assertTrue(attempt > 1, "the first attempt");
    }

    @Test
    void passesTheThirdTime() throws IOException {
        int attempt = attempt("third");
        if (attempt < 3) {
            throw new IllegalStateException("attempt " + attempt);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneOfThemFlakes(int number) throws IOException {
        if (number == 2) {
            assertEquals(2, attempt("parameter"));
        }
    }

    /** Counts beyond the life of a JVM. */
    private static int attempt(String name) throws IOException {
        Path file = Path.of(System.getProperty("flakes"), name);
        Files.createDirectories(file.getParent());
        int before = Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
        Files.writeString(file, Integer.toString(before + 1));
        return before + 1;
    }
}

package rerun;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FlakyOnceTest {
    @Test
    void passesTheSecondTime() throws IOException {
        int attempt = Flake.attempt("once");
        System.out.println("attempt " + attempt);
        assertTrue(attempt > 1, "the first attempt");
    }

    @Test
    void passes() {}
}

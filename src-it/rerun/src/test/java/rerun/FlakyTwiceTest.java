package rerun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlakyTwiceTest {
    @Test
    void passesTheThirdTime() throws IOException {
        int attempt = Flake.attempt("twice");
        System.err.println("attempt " + attempt);
        if (attempt < 3) {
            throw new IllegalStateException("attempt " + attempt);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneOfThemFlakes(int number) throws IOException {
        if (number == 2) {
            assertEquals(2, Flake.attempt("parameter"));
        }
    }
}

package outcomes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void passes() {
        assertEquals(4, 2 + 2);
    }

    @Test
    void fails() {
        assertEquals("one", "two");
    }

    @Test
    void failsOverSeveralLines() {
        assertEquals("first\nsecond\n", "first\nthird\n", "the lines\nare <not> \"the\" same & that's it");
    }

    @Test
    void failsWithoutMessage() {
        throw new AssertionError();
    }

    @Test
    void failsInSeveralPlaces() {
        assertAll("all", () -> assertEquals(1, 2), () -> assertThrows(IOException.class, () -> {}));
    }

    @Test
    void errors() {
        throw new IllegalStateException("broken");
    }

    @Test
    void errorsWithoutMessage() {
        throw new UnsupportedOperationException();
    }

    @Test
    void errorsWithCauses() throws IOException {
        IllegalArgumentException suppressed = new IllegalArgumentException("suppressed");
        IOException error = new IOException(
                "outer\nwith a second line", new IllegalStateException("middle", new RuntimeException("inner\nline")));
        error.addSuppressed(suppressed);
        throw error;
    }

    @Test
    void errorsWithAnError() {
        throw new StackOverflowError("not really");
    }

    @Test
    void errorsWithControlCharacters() {
        throw new IllegalStateException("zero \0, escape \u001b[31m, ä ö € \uD83D\uDE00, ]]>, tab \t.");
    }

    @Test
    @Disabled("not today")
    void isDisabled() {
        throw new IllegalStateException("must not run");
    }

    @Test
    @Disabled
    void isDisabledWithoutReason() {}

    @Test
    void isAborted() {
        assumeTrue(false, "the moon is not full");
    }

    @Test
    void isAbortedWithoutReason() {
        assumeTrue(false);
    }

    @Test
    @DisplayName("a name with blanks, <brackets>, \"quotes\" & umlauts: ä ö ü €")
    void hasDisplayName() {}

    @Test
    @DisplayName("failing under another name")
    void failsWithDisplayName() {
        assertEquals(1, 2);
    }
}

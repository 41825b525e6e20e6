package different;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Passes after {@link AFirstTest} in the same JVM. */
class BNeedsFirstTest {
    @Test
    void needsTheFirst() {
        assertTrue(AFirstTest.ran, "the first did not run here");
    }

    @Test
    void needsNothing() {}
}

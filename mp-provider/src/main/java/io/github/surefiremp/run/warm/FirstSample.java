package io.github.surefiremp.run.warm;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A class with a nested one. */
class FirstSample extends Common {
    @BeforeAll
    static void begin() {}

    @Nested
    class Inner {
        @Test
        void first() {}

        @Test
        void second() {}
    }
}

package io.github.surefiremp.run.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What test classes commonly have. */
abstract class Common {
    private String text = "";

    @BeforeEach
    void setUp(TestInfo info) {
        text = info.getDisplayName();
    }

    @AfterEach
    void tearDown() {
        text = "";
    }

    @Test
    void adds() {
        assertEquals(2, 1 + 1);
    }

    @Test
    @DisplayName("compares two texts")
    @Tag("warm")
    void compares() {
        assertTrue(text.compareTo("") > 0, () -> "not greater: " + text);
    }

    @Test
    void throwing() {
        assertThrows(IllegalStateException.class, () -> {
            throw new IllegalStateException("expected");
        });
    }

    @Test
    @Disabled("to be skipped")
    void skipped() {}

    @RepeatedTest(3)
    void repeats() {
        assertEquals("abc", "abcd".substring(0, 3));
    }

    @Test
    void prints() {
        System.out.println("a line");
    }
}

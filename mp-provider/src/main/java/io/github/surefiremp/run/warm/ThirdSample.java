package io.github.surefiremp.run.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A class with one instance for all methods. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirdSample {
    private int count;

    @Test
    void counts() {
        count += List.of(1, 2, 3).stream().mapToInt(Integer::intValue).sum();
        assertEquals(6, count);
    }

    @Test
    void hasNothingToDo() {}
}

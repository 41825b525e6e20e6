package rerun;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class AlwaysFailsTest {
    @Test
    void fails() {
        System.out.println("failing");
        fail("each time");
    }

    @Test
    void passes() {}
}

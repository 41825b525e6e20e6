package outcomes;

import org.junit.jupiter.api.Test;

class ConstructorFailsTest {
    ConstructorFailsTest() {
        throw new IllegalStateException("no object");
    }

    @Test
    void one() {}
}

package mixed;

import org.junit.jupiter.api.Test;

class NewTest {
    @Test
    void one() {}

    @Test
    void two() {
        throw new IllegalStateException("broken");
    }
}

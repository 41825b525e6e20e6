package selection;

import org.junit.jupiter.api.Test;

class SomeIT {
    @Test
    void first() {}

    @Test
    void second() {}
}

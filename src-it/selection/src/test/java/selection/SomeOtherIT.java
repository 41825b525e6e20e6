package selection;

import org.junit.jupiter.api.Test;

class SomeOtherIT {
    @Test
    void first() {}

    @Test
    void second() {}
}

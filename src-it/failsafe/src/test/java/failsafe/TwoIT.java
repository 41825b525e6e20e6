package failsafe;

import org.junit.jupiter.api.Test;

class TwoIT {
    @Test
    void errors() {
        throw new IllegalStateException("broken");
    }
}

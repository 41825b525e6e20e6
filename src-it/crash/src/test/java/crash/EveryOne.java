package crash;

import org.junit.jupiter.api.Test;

class EveryOne {
    @Test
    void one() {
        Runtime.getRuntime().halt(1);
    }

    @Test
    void two() {
        Runtime.getRuntime().halt(2);
    }

    @Test
    void three() {
        Runtime.getRuntime().halt(3);
    }

    @Test
    void four() {
        Runtime.getRuntime().halt(4);
    }
}

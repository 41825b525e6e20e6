package crash;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class FailsThenHalts {
    private static int runs;

    @Test
    void ofBadWill() {
        runs++;
        if (runs > 1) {
            Runtime.getRuntime().halt(9);
        }
        fail("at first");
    }
}

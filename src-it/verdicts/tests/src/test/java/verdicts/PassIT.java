package verdicts;

import org.junit.jupiter.api.Test;

class PassIT {
    @Test
    void one() {}
}

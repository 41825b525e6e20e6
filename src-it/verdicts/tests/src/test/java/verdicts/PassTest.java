package verdicts;

import org.junit.jupiter.api.Test;

class PassTest {
    @Test
    void one() {}
}

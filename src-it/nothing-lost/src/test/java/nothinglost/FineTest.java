package nothinglost;

import org.junit.jupiter.api.Test;

class FineTest {
    @Test
    void passes() {}

    @Test
    void passesToo() {}
}

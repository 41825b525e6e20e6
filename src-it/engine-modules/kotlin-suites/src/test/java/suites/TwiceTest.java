package suites;

import org.junit.jupiter.api.Test;

class TwiceTest {
    @Test
    void one() {
        System.out.println("once more");
    }
}

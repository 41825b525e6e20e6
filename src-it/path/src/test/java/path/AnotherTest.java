package path;

import org.junit.jupiter.api.Test;

class AnotherTest {
    @Test
    void passes() {
        System.out.println("passing");
    }
}

package bigoutput;

import org.junit.jupiter.api.Test;

class NormalTest {
    @Test
    void prints() {
        System.out.println("normal output");
    }

    @Test
    void isSilent() {}
}

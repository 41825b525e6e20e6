package nothinglost;

import org.junit.jupiter.api.Test;

class StaticInitTest {
    private static final int LENGTH = lengthOf(null);

    private static int lengthOf(String text) {
        return text.length();
    }

    @Test
    void one() {
        System.out.println(LENGTH);
    }

    @Test
    void two() {}
}

package bigoutput;

import org.junit.jupiter.api.Test;

class FloodTest {
    private static final int LINES = 500_000;
    private static final int LENGTH = 99;

    @Test
    void prints50Megabytes() {
        for (int i = 0; i < LINES; i++) {
            String start = "line " + i + " ";
            System.out.println(start + "x".repeat(LENGTH - start.length()));
        }
    }
}

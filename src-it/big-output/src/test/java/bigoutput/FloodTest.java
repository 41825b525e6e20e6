package bigoutput;

import org.junit.jupiter.api.Test;

class FloodTest {
    private static final int LINES = Integer.getInteger("lines");
    private static final int LENGTH = 99;

    @Test
    void printsManyLines() {
        for (int i = 0; i < LINES; i++) {
            String start = "line " + i + " ";
            System.out.println(start + "x".repeat(LENGTH - start.length()));
        }
    }

    @Test
    void printsOneLongLine() {
        System.out.println("long ".repeat(Integer.getInteger("length") / 5));
    }
}

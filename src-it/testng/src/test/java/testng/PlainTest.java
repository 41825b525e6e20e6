package testng;

import org.testng.annotations.Test;

public class PlainTest {
    @Test
    public void one() {}

    @Test
    public void two() {
        System.err.println("two");
    }
}

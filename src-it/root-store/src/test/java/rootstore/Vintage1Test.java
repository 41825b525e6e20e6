package rootstore;

import org.junit.Test;

public class Vintage1Test {
    @Test
    public void runs() throws InterruptedException {
        Meeting.await();
    }
}

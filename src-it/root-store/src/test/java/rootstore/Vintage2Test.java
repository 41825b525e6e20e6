package rootstore;

import org.junit.Test;

public class Vintage2Test {
    @Test
    public void runs() throws InterruptedException {
        Meeting.await();
    }
}

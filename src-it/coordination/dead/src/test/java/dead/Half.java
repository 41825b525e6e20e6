package dead;

import io.github.surefiremp.coordination.SharedFixture;
import java.util.concurrent.CountDownLatch;
import things.Journal;

/** Is being set up when its keeper dies. */
final class Half implements SharedFixture<String> {
    @Override
    public String setUp() throws InterruptedException {
        Journal.write("half begun");
        if (Journal.count("half begun") == 1) {
            new CountDownLatch(1).await();
        }
        return "whole";
    }

    @Override
    public void tearDown(String handle) {
        Journal.write("half down");
    }
}

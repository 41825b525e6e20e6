package ends;

import io.github.surefiremp.coordination.SharedFixture;

/** Writes down its life. */
abstract class Noted implements SharedFixture<Long> {
    @Override
    public Long setUp() {
        Journal.write(getClass().getSimpleName() + " up");
        return ProcessHandle.current().pid();
    }

    @Override
    public void tearDown(Long pid) throws Exception {
        if (pid != ProcessHandle.current().pid()) {
            throw new IllegalStateException("set up in the JVM " + pid);
        }
        // Whoever ends the JVM too early shows.
        Thread.sleep(300);
        Journal.write(getClass().getSimpleName() + " down");
    }
}

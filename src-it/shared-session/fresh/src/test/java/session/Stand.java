package session;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.SharedFixture;

/** Tells where it lives. */
final class Stand implements SharedFixture<Long> {
    @Override
    public Long setUp() {
        if (Mp.workerNumber() != 0) {
            throw new IllegalStateException("not in a JVM of its own but in worker " + Mp.workerNumber());
        }
        Journal.write("stand up");
        System.out.println("the stand prints");
        return ProcessHandle.current().pid();
    }

    @Override
    public void tearDown(Long pid) {
        Journal.write("stand down " + (pid == ProcessHandle.current().pid()));
    }
}

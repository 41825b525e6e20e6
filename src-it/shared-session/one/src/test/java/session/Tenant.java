package session;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.SharedFixture;

/** Tells where it lives. */
final class Tenant implements SharedFixture<Long> {
    @Override
    public Long setUp() {
        if (Mp.workerNumber() != 0) {
            throw new IllegalStateException("not in a JVM of its own but in worker " + Mp.workerNumber());
        }
        Journal.write("tenant up");
        System.out.println("the tenant prints");
        return ProcessHandle.current().pid();
    }

    @Override
    public void tearDown(Long pid) {
        Journal.write("tenant down " + (pid == ProcessHandle.current().pid()));
    }
}

package sales;

import io.github.surefiremp.coordination.Shared;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Kills Maven as kill -9 does. Its name is not that of a test, so it runs only if it is asked for. */
class KillsMaven {
    @Test
    void whileTheServerRuns(@Shared(Postgres.class) String server) throws InterruptedException {
        maven(ProcessHandle.current()).orElseThrow().destroyForcibly();
        new CountDownLatch(1).await();
    }

    /** Not just any Maven: this one is itself started by one. */
    private static Optional<ProcessHandle> maven(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        return parent.isEmpty() || parent.get().info().commandLine().orElse("").contains("-Dvariant=killed")
                ? parent
                : maven(parent.get());
    }
}

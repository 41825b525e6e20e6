package dead;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Trail;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import things.Journal;

/** Takes all there is and ends its JVM when others wait for it. */
class ADiesTest {
    @Test
    void dies() {
        long kept = Mp.shared(Kept.class);
        Thread half = new Thread(() -> Mp.shared(Half.class));
        half.setDaemon(true);
        half.start();
        Journal.await("half begun", 1);
        try (Lock held = Mp.lock("all").acquire(Duration.ofSeconds(30));
                Trail.Step step = Mp.trail("all").start()) {
            Journal.write("trail first: " + step.first());
            String unused = Mp.messageBoard().computeIfAbsent("all", String.class, () -> {
                Journal.write("all taken by " + kept);
                Journal.await("waits ", 8);
                // They write that they will wait, and then they do.
                Journal.work(300);
                Journal.write("dies");
                Runtime.getRuntime().halt(7);
                return "never";
            });
        }
    }
}

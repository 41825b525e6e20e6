package io.github.surefiremp.run;

import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.util.internal.DaemonThreadFactory;

/**
 * A worker whose controller is gone has nobody to report to and ends.
 *
 * <p>Surefire's booter ends it as the user's shutdown parameter says, when it sees that its channel ended. This is for
 * a JVM in which that does not help.
 */
final class ParentWatch {
    private ParentWatch() {}

    /**
     * @param controller its process id
     * @param seconds how long it may take to end by itself
     */
    static void haltWith(long controller, int seconds) {
        DaemonThreadFactory.newDaemonThread(
                        () -> {
                            ProcessHandle.of(controller)
                                    .ifPresent(live -> live.onExit().join());
                            awaitExit(seconds);
                            Runtime.getRuntime().halt(1);
                        },
                        "mp-parent-watch")
                .start();
    }

    private static void awaitExit(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

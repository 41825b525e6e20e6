package io.github.surefiremp.run;

import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.util.internal.DaemonThreadFactory;

/**
 * A worker whose controller is gone has nobody to report to and ends.
 *
 * <p>Surefire's booter ends it as the user's shutdown parameter says when the worker's channel is at its end, but not
 * when the channel was cut off, as it is if the controller was killed before it had read all.
 *
 * <p>Story: one daemon thread waits for the controller's end; one more runs the shutdown hooks, or waits for whoever
 * runs them already, since nothing but the first thread's halt ends a hook that hangs.
 */
final class ParentWatch {
    private ParentWatch() {}

    /**
     * @param controller its process id
     * @param seconds how long shutdown hooks may run; 0: there is no time for them
     */
    static void endWith(long controller, int seconds) {
        DaemonThreadFactory.newDaemonThread(
                        () -> {
                            ProcessHandle.of(controller)
                                    .ifPresent(live -> live.onExit().join());
                            if (seconds > 0) {
                                exit(seconds);
                            }
                            Runtime.getRuntime().halt(1);
                        },
                        "mp-parent-watch")
                .start();
    }

    private static void exit(int seconds) {
        DaemonThreadFactory.newDaemonThread(() -> System.exit(1), "mp-exit").start();
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

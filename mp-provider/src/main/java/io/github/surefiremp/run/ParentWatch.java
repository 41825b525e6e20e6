package io.github.surefiremp.run;

import io.github.surefiremp.model.Liveness;
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
    private static final long MILLIS_BETWEEN_LOOKS = 500;

    private ParentWatch() {}

    /**
     * @param controller its process id
     * @param seconds how long shutdown hooks may run; 0: there is no time for them
     */
    static void endWith(long controller, int seconds) {
        DaemonThreadFactory.newDaemonThread(
                        () -> {
                            ProcessHandle.of(controller).ifPresent(live -> awaitEnd(live, MILLIS_BETWEEN_LOOKS));
                            if (seconds > 0) {
                                exit(seconds);
                            }
                            Runtime.getRuntime().halt(1);
                        },
                        "mp-parent-watch")
                .start();
    }

    /**
     * Waits until the process is gone. The JDK's own way looks ever more seldom at a process that is no child, in the end
     * every five seconds.
     */
    static void awaitEnd(ProcessHandle process, long millisBetweenLooks) {
        while (Liveness.isRunning(process)) {
            try {
                TimeUnit.MILLISECONDS.sleep(millisBetweenLooks);
            } catch (InterruptedException e) {
                // By a test that interrupts all threads; a worker without a watch could stay for ever.
            }
        }
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

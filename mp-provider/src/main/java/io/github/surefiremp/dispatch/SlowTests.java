package io.github.surefiremp.dispatch;

import io.github.surefiremp.dispatch.Progress.Running;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Finds the tests that take long: tells the user of them after a minute, or twice their usual time if that is longer,
 * and again each time when the time has doubled; and says which worker has one that takes longer than allowed. A set-up
 * counts like a test. Owned by the dispatcher's thread.
 */
final class SlowTests {
    private static final long FIRST_NOTICE_SECONDS = 60;
    /** Not after each message of a worker that floods its output. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final TestTimes times;
    /** When the user is told next, in seconds, by worker. */
    private final Map<Worker, Map<Progress.TestName, Long>> nextNotice = new HashMap<>();

    private long lastLook;

    SlowTests(TestTimes times) {
        this.times = times;
    }

    /**
     * Condemns the workers that have a test for too long.
     *
     * @param now on the clock of their progress
     */
    void endOverdue(Collection<Seat> seats, long now) {
        if (now - lastLook < LOOK_NANOS) {
            return;
        }
        lastLook = now;
        for (Seat seat : seats) {
            Progress progress = seat.progress();
            if (progress == null) {
                nextNotice.remove(seat.worker());
            } else if (seat.condemned().isEmpty()) {
                String overdue = overdue(seat.worker(), progress, now);
                if (!overdue.isEmpty()) {
                    seat.condemn(overdue);
                }
            }
        }
    }

    /**
     * Looks at a worker.
     *
     * @param now on the clock of the progress
     * @return why the worker has to be ended; empty if it has not
     */
    String overdue(Worker worker, Progress progress, long now) {
        Map<Progress.TestName, Long> notices = nextNotice.computeIfAbsent(worker, key -> new HashMap<>());
        notices.keySet()
                .removeIf(test -> progress.running().stream()
                        .noneMatch(running -> running.test().equals(test)));
        for (Running running : progress.running()) {
            long nanos = now - running.sinceNanos();
            if (times.limitSeconds() > 0 && nanos > TimeUnit.SECONDS.toNanos(times.limitSeconds())) {
                progress.isOverdue(running.test());
                return "mp.testTimeout=" + times.limitSeconds() + ": " + describe(running) + " took longer, so worker "
                        + worker.number() + " (pid " + worker.pid() + ") was ended";
            }
            notice(worker, running, TimeUnit.NANOSECONDS.toSeconds(nanos), notices);
        }
        return "";
    }

    /** The part of a report that has the thread dump. */
    static String dump(String threads) {
        return threads.isEmpty() ? "\nNo thread dump could be taken." : "\nWhat its threads did before:\n" + threads;
    }

    private void notice(Worker worker, Running running, long seconds, Map<Progress.TestName, Long> notices) {
        if (seconds < FIRST_NOTICE_SECONDS) {
            return;
        }
        OptionalLong usual =
                times.usual().millis(running.test().className(), running.test().method());
        long first = Math.max(FIRST_NOTICE_SECONDS, TimeUnit.MILLISECONDS.toSeconds(2 * usual.orElse(0)));
        if (seconds >= notices.getOrDefault(running.test(), first)) {
            notices.put(running.test(), 2 * seconds);
            times.notices()
                    .accept("mp: " + describe(running) + " runs for " + seconds + " s now, in worker "
                            + worker.number() + " (pid " + worker.pid() + ")"
                            + (usual.isPresent()
                                    ? "; usually it takes " + TimeUnit.MILLISECONDS.toSeconds(usual.getAsLong()) + " s"
                                    : ""));
        }
    }

    private static String describe(Running running) {
        return running.test().method().isEmpty()
                ? "a set-up or tear-down of " + running.test()
                : running.test().toString();
    }
}

package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.WorkerEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds workers that hang outside of tests: while they start or look for tests, such as in a static initialiser, and
 * after their last test, such as in a listener that is closed. Tells the user after a minute without any sign, and
 * whenever that time has doubled; with a limit for tests, ends them. Owned by the dispatcher's thread.
 */
final class SlowWorkers {
    /** The start of a JVM and the discovery of a large suite take longer than many a test may. */
    static final int LEAST_LIMIT_SECONDS = 60;

    private static final long FIRST_NOTICE_SECONDS = 60;
    /** A worker that was replaced has so long for its end. */
    private static final long SECONDS_FOR_SPOILED = 10;

    private static final int FRAMES = 25;

    private final TestTimes times;
    private final Map<Worker, Long> nextNotice = new HashMap<>();

    SlowWorkers(TestTimes times) {
        this.times = times;
    }

    /** Whether the event shows that the worker does something; output alone does not. */
    static boolean isSign(WorkerEvent event) {
        return !(event instanceof WorkerEvent.Reports told)
                || (told.event().kind() != Kind.OUTPUT && told.event().kind() != Kind.LOG);
    }

    /**
     * Ends the workers that hang.
     *
     * @param now on the clock of their signs
     */
    void endOverdue(Collection<Seat> seats, long now) {
        for (Seat seat : seats) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - seat.lastSign());
            String doing = doing(seat);
            if (seat.isSpoiled() && isAtItsEnd(seat) && seconds >= SECONDS_FOR_SPOILED) {
                seat.endOnce(Worker::endHanging);
            } else if (doing == null || !seat.condemned().isEmpty()) {
                nextNotice.remove(seat.worker());
            } else if (times.limitSeconds() > 0 && seconds > limitSeconds()) {
                seat.condemn("mp.testTimeout=" + times.limitSeconds() + ": " + describe(seat) + " " + doing
                        + " for more than " + limitSeconds() + " s, so it was ended");
            } else if (seconds >= nextNotice.getOrDefault(seat.worker(), FIRST_NOTICE_SECONDS)) {
                nextNotice.put(seat.worker(), 2 * seconds);
                times.notices()
                        .accept("mp: " + describe(seat) + " " + doing + " for " + seconds
                                + " s now; jstack " + seat.worker().pid() + " shows where"
                                + (times.limitSeconds() > 0 ? "" : ", and mp.testTimeout would end it"));
            }
        }
    }

    private int limitSeconds() {
        return Math.max(times.limitSeconds(), LEAST_LIMIT_SECONDS);
    }

    private static boolean isAtItsEnd(Seat seat) {
        return seat.state() == Seat.State.FINISHING || seat.state() == Seat.State.LEAVING;
    }

    private static @Nullable String doing(Seat seat) {
        return switch (seat.state()) {
            case STARTING, DISCOVERING -> "starts or looks for tests, without any sign,";
            case FINISHING -> "cleans up after its last test, without any sign,";
            default -> null;
        };
    }

    private static String describe(Seat seat) {
        return "worker " + seat.worker().number() + " (pid " + seat.worker().pid() + ")";
    }

    /** Where the main thread was, for the message; a class whose initialiser hangs is in it. */
    static String mainThread(String dump) {
        List<String> lines = dump.lines()
                .dropWhile(line -> !line.startsWith("\"main\""))
                .takeWhile(line -> !line.isBlank())
                .limit(FRAMES)
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        String initialiser = lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("at ") && line.contains(".<clinit>("))
                .map(line -> line.substring("at ".length(), line.indexOf(".<clinit>(")))
                .findFirst()
                .map(name -> "\nIt was in the static initialiser of " + name.substring(name.lastIndexOf('/') + 1) + ".")
                .orElse("");
        return initialiser + lines.stream().collect(Collectors.joining("\n", "\nIts main thread:\n", ""));
    }
}

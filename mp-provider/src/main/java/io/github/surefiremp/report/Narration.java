package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells the user of single tests while they run, beside what Surefire prints of classes. For the run's thread. */
public final class Narration implements RunObserver {
    private static final int DOTS_OF_A_LINE = 60;
    private static final double MILLIS_OF_A_SECOND = 1_000;

    /** How much is told. */
    public enum Style {
        /** Nothing beside Surefire's lines of classes. */
        LINES,
        /** A line for each test as it ends. */
        VERBOSE,
        /** A character for each test, in the place of Surefire's lines. */
        DOTS
    }

    private final Style style;
    private final boolean failuresAtOnce;
    private final Function<ReportEvent, Optional<FailureText>> failures;
    private final Consumer<String> info;
    private final Consumer<String> warning;
    private final Map<Running, Long> open = new HashMap<>();
    private final StringBuilder dots = new StringBuilder();
    private int tests;

    private record Running(int worker, String className, String method) {}

    /**
     * @param failuresAtOnce whether a failure is told with its stack trace when it happens
     * @param failures reads why a test has not passed from the event that ends it
     * @param info prints a line
     * @param warning prints a line that is to be seen
     */
    public Narration(
            Style style,
            boolean failuresAtOnce,
            Function<ReportEvent, Optional<FailureText>> failures,
            Consumer<String> info,
            Consumer<String> warning) {
        this.style = style;
        this.failuresAtOnce = failuresAtOnce;
        this.failures = failures;
        this.info = info;
        this.warning = warning;
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        if (style == Style.LINES && !failuresAtOnce) {
            return;
        }
        Running test = new Running(worker, event.className(), event.method());
        if (event.kind() == Kind.TEST_STARTED) {
            open.put(test, event.nanos());
        } else if (event.kind().endsTest()) {
            ended(test, event, open.remove(test));
        }
    }

    private void ended(Running test, ReportEvent event, @Nullable Long since) {
        boolean failed = event.kind() == Kind.FAILED || event.kind() == Kind.ERROR;
        if (style == Style.VERBOSE) {
            (failed ? warning : info).accept("[worker " + test.worker() + "] " + words(test, event, since));
        } else if (style == Style.DOTS) {
            dot(event);
        }
        if (failed && failuresAtOnce) {
            flush();
            String trace = failures.apply(event)
                    .map(text -> text.trace().isEmpty() ? text.message() : text.trace())
                    .orElse("");
            String head = style == Style.VERBOSE ? "" : "[worker " + test.worker() + "] " + words(test, event, since);
            String text = head.isEmpty() || trace.isEmpty() ? head + trace : head + "\n" + trace;
            if (!text.isEmpty()) {
                warning.accept(text.stripTrailing());
            }
        }
    }

    private static String words(Running test, ReportEvent event, @Nullable Long since) {
        String name = test.className().substring(test.className().lastIndexOf('.') + 1)
                + (test.method().isEmpty() ? "" : "." + test.method());
        String time = since == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %.2f s",
                        Math.max(0, TimeUnit.NANOSECONDS.toMillis(event.nanos() - since)) / MILLIS_OF_A_SECOND);
        return name + " " + event.kind() + time + (event.rerun() ? " (repeated)" : "");
    }

    private void dot(ReportEvent event) {
        dots.append(
                switch (event.kind()) {
                    case PASSED -> '.';
                    case FAILED -> 'F';
                    case ERROR -> 'E';
                    default -> 's';
                });
        if (!event.rerun()) {
            tests++;
        }
        if (dots.length() == DOTS_OF_A_LINE) {
            flush();
        }
    }

    private void flush() {
        if (dots.length() > 0) {
            info.accept(String.format(Locale.ROOT, "%-" + DOTS_OF_A_LINE + "s %6d", dots, tests));
            dots.setLength(0);
        }
    }

    /** Prints what is left. */
    public void end() {
        flush();
    }
}

package io.github.surefiremp.report;

import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the run file tells of a test beside its outcome: why it failed, and what it wrote.
 *
 * <p>Output is kept until its test has ended, of each test only its beginning and its end, and of a run no more than a
 * bound; what passed gets less of that than what failed. For one thread.
 */
public final class Details {
    /** Of one test, in characters: this much of the beginning, and as much as the next one of the end. */
    static final int HEAD = 48 * 1024;

    static final int TAIL = 16 * 1024;
    static final int TRACE = 64 * 1024;
    private static final int PASSED_OF_RUN = 4 * 1024 * 1024;
    private static final int FAILED_OF_RUN = 16 * 1024 * 1024;

    private final Function<ReportEvent, Optional<FailureText>> failures;
    private final boolean wanted;
    private final Map<Writer, Text> open = new LinkedHashMap<>();
    /** The tests that run on each worker, for output that does not tell whose it is. */
    private final Map<Integer, List<Writer>> running = new LinkedHashMap<>();

    private int passedLeft = PASSED_OF_RUN;
    private int failedLeft = FAILED_OF_RUN;

    private record Writer(int worker, String className, String method) {}

    /**
     * What a test, or a class outside of its tests, has written.
     *
     * @param className of the writer
     * @param method empty for the class
     * @param text its beginning and its end if it was too much, empty if the run wrote too much
     * @param chars how many characters it was
     */
    record Written(String className, String method, String text, long chars) {}

    /**
     * @param failures reads why a test has not passed from the event that ends it
     */
    public static Details of(Function<ReportEvent, Optional<FailureText>> failures) {
        return new Details(failures, true);
    }

    /** Nothing beside outcomes is told. */
    public static Details none() {
        return new Details(event -> Optional.empty(), false);
    }

    private Details(Function<ReportEvent, Optional<FailureText>> failures, boolean wanted) {
        this.failures = failures;
        this.wanted = wanted;
    }

    /** Takes in what a worker reports. */
    void reported(int worker, ReportEvent event) {
        if (!wanted) {
            return;
        }
        if (event.kind() == Kind.TEST_STARTED) {
            running.computeIfAbsent(worker, key -> new ArrayList<>()).add(writer(worker, event));
        } else if (event.kind() == Kind.OUTPUT && event.payload() instanceof Output output) {
            open.computeIfAbsent(writerOf(worker, event), key -> new Text()).add(output);
        }
    }

    /** Some providers do not tell who writes; where only one test runs, it is that one. */
    private Writer writerOf(int worker, ReportEvent event) {
        List<Writer> tests = running.getOrDefault(worker, List.of());
        return event.className().isEmpty() && tests.size() == 1 ? tests.get(0) : writer(worker, event);
    }

    private static Writer writer(int worker, ReportEvent event) {
        return new Writer(worker, event.className(), event.method());
    }

    /** Why a test has not passed, from the event that ends it; empty if it has. */
    Optional<FailureText> failure(ReportEvent end) {
        return failures.apply(end).map(found -> new FailureText(shortened(found.message()), shortened(found.trace())));
    }

    private static String shortened(String text) {
        return text.length() <= TRACE
                ? text
                : text.substring(0, TRACE) + "\n… " + (text.length() - TRACE) + " more characters";
    }

    /** What a test has written that ends with this event; empty if nothing. */
    Optional<Written> testEnded(int worker, ReportEvent end) {
        Writer writer = writer(worker, end);
        List<Writer> tests = running.get(worker);
        if (tests != null) {
            tests.remove(writer);
        }
        return Optional.ofNullable(open.remove(writer))
                .map(text -> written(writer, text, end.kind() == Kind.FAILED || end.kind() == Kind.ERROR));
    }

    /** What else the worker has written in a unit that has ended: outside of tests, or in one that has not ended. */
    List<Written> unitEnded(int worker) {
        running.remove(worker);
        List<Written> rest = new ArrayList<>();
        for (Writer writer : List.copyOf(open.keySet())) {
            Text text = writer.worker() == worker ? open.remove(writer) : null;
            if (text != null) {
                rest.add(written(writer, text, true));
            }
        }
        return rest;
    }

    private Written written(Writer writer, Text text, boolean important) {
        String kept = text.kept();
        int left = important ? failedLeft : passedLeft;
        if (kept.length() > left) {
            kept = "";
        } else if (important) {
            failedLeft -= kept.length();
        } else {
            passedLeft -= kept.length();
        }
        return new Written(writer.className(), writer.method(), kept, text.chars);
    }

    /** Output of which the beginning and the end are kept. */
    private static final class Text {
        private final StringBuilder head = new StringBuilder();
        private final StringBuilder tail = new StringBuilder();
        private long chars;

        void add(Output output) {
            add(output.text());
            if (output.newLine()) {
                add("\n");
            }
        }

        private void add(String text) {
            chars += text.length();
            int toHead = Math.min(text.length(), HEAD - head.length());
            head.append(text, 0, toHead);
            // No more of it can be needed, however long the text is.
            tail.append(text, Math.max(toHead, text.length() - TAIL), text.length());
            if (tail.length() > 2 * TAIL) {
                tail.delete(0, tail.length() - TAIL);
            }
        }

        String kept() {
            if (chars <= HEAD + TAIL) {
                return head.toString() + tail;
            }
            String end = tail.substring(Math.max(0, tail.length() - TAIL));
            return head + "\n… " + (chars - head.length() - end.length()) + " characters left out …\n" + end;
        }
    }
}

package io.github.surefiremp.surefire;

import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Loss;
import io.github.surefiremp.report.ReportSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.event.SystemPropertyEvent;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Hands reports to Surefire's listener of the controller, which sends them to Maven's JVM.
 *
 * <p>Some of Surefire's providers leave it to the reporters to measure how long a test took, and those would measure
 * how long mp takes to hand it on. So a missing duration is filled in from the times at which the events arrived. For
 * one thread.
 */
public final class SurefireSink implements ReportSink {
    private final TestReportListener<TestOutputReportEntry> listener;
    private final Map<Integer, Progress> progress = new HashMap<>();

    /** What has been handed on for one worker. */
    private static final class Progress {
        final Map<String, String> properties = new HashMap<>();
        final List<ReportEntry> openTests = new ArrayList<>();

        /** The class, and in it nested ones. */
        final Deque<OpenSet> openSets = new ArrayDeque<>();

        long testSince;
    }

    private record OpenSet(TestSetReportEntry entry, long since) {
        /** Whether the name can be that of a class in this one; newer Surefire versions give nested classes the same. */
        boolean encloses(@Nullable String name) {
            String own = entry.getSourceName();
            return name == null || own == null || name.equals(own) || name.startsWith(own + "$");
        }
    }

    public SurefireSink(TestReportListener<TestOutputReportEntry> listener) {
        this.listener = listener;
    }

    @Override
    public void emit(int worker, ReportEvent event) {
        Progress at = progress.computeIfAbsent(worker, key -> new Progress());
        switch (event.kind()) {
            case SET_STARTED -> {
                TestSetReportEntry set = (TestSetReportEntry) payload(event);
                OpenSet outermost = at.openSets.peekFirst();
                if (outermost == null || !outermost.encloses(set.getSourceName())) {
                    // A worker of the same number may have died in its reruns and left some.
                    at.openSets.clear();
                    at.openTests.clear();
                }
                at.openSets.addLast(new OpenSet(set, event.nanos()));
                at.testSince = event.nanos();
                listener.testSetStarting(set);
            }
            case SET_COMPLETED -> {
                OpenSet open = at.openSets.peekLast();
                endSet(at, (TestSetReportEntry) payload(event), open == null ? 0 : event.nanos() - open.since());
            }
            case TEST_STARTED -> {
                ReportEntry test = (ReportEntry) payload(event);
                at.openTests.add(test);
                at.testSince = event.nanos();
                listener.testStarting(test);
            }
            case PASSED, FAILED, ERROR, SKIPPED, ABORTED -> {
                ReportEntry test = (ReportEntry) payload(event);
                // An engine that fails as a whole tells so outside of any class, and nothing began there.
                boolean began = at.openTests.removeIf(open -> isSame(open, test)) || !at.openSets.isEmpty();
                long nanos = began ? event.nanos() - at.testSince : 0;
                ReportEntry timed = event.kind() == Kind.SKIPPED ? test : timed(test, nanos);
                at.testSince = event.nanos();
                end(event.kind(), timed);
            }
            case OUTPUT -> listener.writeTestOutput(Outputs.entry((Output) payload(event)));
            case PROPERTY -> {
                SystemPropertyEvent property = (SystemPropertyEvent) payload(event);
                at.properties.put(property.getKey(), property.getValue());
            }
            case LOG -> log((LogLine) payload(event));
            case PIECE_STARTED, RERUNS_STARTED -> {
                // Surefire knows nothing of them.
            }
        }
    }

    @Override
    public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
        Progress at = progress.computeIfAbsent(worker, key -> new Progress());
        TestSetReportEntry set = (TestSetReportEntry) payload(event);
        endSet(at, Entries.completed(set, (int) elapsedMillis, Map.of()), 0);
    }

    private void endSet(Progress at, TestSetReportEntry set, long nanos) {
        at.openSets.pollLast();
        if (at.openSets.isEmpty()) {
            at.openTests.clear();
        }
        listener.testSetCompleted(completed(set, nanos, at.properties));
    }

    @Override
    public void failOpenTests(int worker, Loss loss) {
        Progress at = progress.computeIfAbsent(worker, key -> new Progress());
        int elapsed = at.openTests.isEmpty() ? 0 : millis(loss.nanos() - at.testSince);
        if (at.openTests.isEmpty()) {
            at.openTests.add(classEntry(loss.className()));
        }
        for (ReportEntry open : at.openTests) {
            listener.testError(Entries.failed(open, elapsed, TextTrace.ofLoss(open, loss.reason())));
        }
        at.openTests.clear();
    }

    @Override
    public void emitLoss(int worker, Loss loss) {
        Progress at = progress.computeIfAbsent(worker, key -> new Progress());
        if (at.openSets.isEmpty()) {
            SimpleReportEntry set = classEntry(loss.className());
            at.openSets.add(new OpenSet(set, loss.nanos()));
            listener.testSetStarting(set);
        }
        String innermost = at.openSets.getLast().entry().getSourceName();
        failOpenTests(worker, new Loss(innermost, loss.reason(), loss.nanos()));
        while (!at.openSets.isEmpty()) {
            OpenSet open = at.openSets.getLast();
            endSet(at, open.entry(), loss.nanos() - open.since());
        }
    }

    @Override
    public void endWorker(int worker, String reason) {
        Progress at = progress.get(worker);
        if (at != null && !at.openSets.isEmpty()) {
            emitLoss(worker, new Loss(at.openSets.getLast().entry().getSourceName(), reason, System.nanoTime()));
        }
        progress.remove(worker);
    }

    @Override
    public void finish() {}

    private static SimpleReportEntry classEntry(String className) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, 0L, className, null, null, null);
    }

    private void end(Kind kind, ReportEntry test) {
        switch (kind) {
            case PASSED -> listener.testSucceeded(test);
            case FAILED -> listener.testFailed(test);
            case ERROR -> listener.testError(test);
            case SKIPPED -> listener.testSkipped(test);
            case ABORTED -> listener.testAssumptionFailure(test);
            default -> throw new IllegalArgumentException(kind + " does not end a test");
        }
    }

    private void log(LogLine line) {
        switch (line.level()) {
            case DEBUG -> listener.debug(line.text());
            case INFO -> listener.info(line.text());
            case WARNING -> listener.warning(line.text());
        }
    }

    private static boolean isSame(ReportEntry one, ReportEntry other) {
        return Objects.equals(one.getSourceName(), other.getSourceName())
                && Objects.equals(one.getName(), other.getName())
                && Objects.equals(one.getTestRunId(), other.getTestRunId());
    }

    private static ReportEntry timed(ReportEntry test, long nanos) {
        return test.getElapsed() != null ? test : Entries.timed(test, millis(nanos));
    }

    private static TestSetReportEntry completed(TestSetReportEntry set, long nanos, Map<String, String> properties) {
        int elapsed = set.getElapsed() != null ? set.getElapsed() : millis(nanos);
        return Entries.completed(set, elapsed, Map.copyOf(properties));
    }

    private static int millis(long nanos) {
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static Object payload(ReportEvent event) {
        return Objects.requireNonNull(event.payload(), () -> event.kind() + " without its entry");
    }
}

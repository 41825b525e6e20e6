package io.github.surefiremp.surefire;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Loss;
import io.github.surefiremp.report.ReportSink;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reports all tests of a run as one test set.
 *
 * <p>That is how Surefire's TestNG provider reports with a single fork: it hands all classes to TestNG in one suite.
 * When it is fed class by class, as in a worker, it reports a set for each class. For one thread.
 */
public final class OneSetSink implements ReportSink {
    /** Stands for all workers, whose tests share the set. */
    private static final int ALL = 0;

    private final SurefireSink sink;
    private final ReportEntry set;
    private boolean begun;
    private @Nullable ReportEvent lastEnd;

    /**
     * Wraps the sink that reports to Surefire.
     *
     * @param name the name of the one test set
     */
    public OneSetSink(SurefireSink sink, String name) {
        this.sink = sink;
        this.set = new SimpleReportEntry(RunMode.NORMAL_RUN, 0L, name, null, null, null);
    }

    @Override
    public void emit(int worker, ReportEvent event) {
        if (event.kind() == Kind.SET_STARTED) {
            begin(event);
        } else if (event.kind() == Kind.SET_COMPLETED) {
            lastEnd = event;
        } else {
            sink.emit(ALL, event);
        }
    }

    @Override
    public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
        emit(worker, event);
    }

    @Override
    public void failOpenTests(int worker, Loss loss) {
        if (!begun) {
            begin(now(Kind.SET_STARTED));
        }
        sink.failOpenTests(ALL, loss);
    }

    @Override
    public void emitLoss(int worker, Loss loss) {
        failOpenTests(worker, loss);
    }

    /** The set outlives each worker, and the provider that reports so repeats no tests. */
    @Override
    public void endWorker(int worker, String reason) {}

    @Override
    public void finish() {
        if (begun) {
            ReportEvent end = lastEnd != null ? lastEnd : now(Kind.SET_COMPLETED);
            sink.emit(ALL, withSet(end, Kind.SET_COMPLETED));
            begun = false;
        }
        sink.finish();
    }

    private void begin(ReportEvent first) {
        if (!begun) {
            begun = true;
            sink.emit(ALL, withSet(first, Kind.SET_STARTED));
        }
    }

    private ReportEvent withSet(ReportEvent event, Kind kind) {
        return new ReportEvent(kind, set.getSourceName(), "", event.epochMillis(), event.nanos(), event.rerun(), set);
    }

    private ReportEvent now(Kind kind) {
        return new ReportEvent(kind, "", "", System.currentTimeMillis(), System.nanoTime(), false, null);
    }
}

package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Keep.Kept;
import io.github.surefiremp.report.SetReport.Item;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands a class that was split on as if it had run whole, and then the repetitions of its failed tests. */
final class MergedClass {
    private final ReportSink sink;
    private final Keep keep;
    private final int worker;

    /** @param worker whose system properties the class gets */
    MergedClass(ReportSink sink, Keep keep, int worker) {
        this.sink = sink;
        this.keep = keep;
        this.worker = worker;
    }

    /** The end of a set for which none was told. */
    static ReportEvent end(ReportEvent start, long nanos) {
        return new ReportEvent(
                Kind.SET_COMPLETED,
                start.className(),
                start.method(),
                start.epochMillis(),
                nanos,
                start.rerun(),
                start.payload());
    }

    void emit(SplitClass merged) {
        Loss blame = new Loss(merged.name, merged.blame(), System.nanoTime());
        boolean isBlamed = !blame.reason().isEmpty();
        SetReport set = merged.set;
        if (set.start != null) {
            begin(set, set.start);
            if (isBlamed) {
                sink.failOpenTests(worker, blame);
            }
            end(set, set.start);
        } else if (isBlamed) {
            sink.emitLoss(worker, blame);
        }
        merged.rounds().forEach(this::emit);
    }

    private void emit(SetReport set) {
        if (set.start != null) {
            begin(set, set.start);
            end(set, set.start);
        }
    }

    private void begin(SetReport set, ReportEvent start) {
        sink.emit(worker, start);
        emit(set.head);
        set.items().forEach(this::emit);
        emit(set.tail);
    }

    private void end(SetReport set, ReportEvent start) {
        ReportEvent end = set.end == null ? end(start, start.nanos() + set.nanos) : set.end;
        sink.emitSetEnd(worker, end, Math.max(0, TimeUnit.NANOSECONDS.toMillis(set.nanos)));
    }

    private void emit(Item item) {
        emit(item.events);
        if (item.loss != null) {
            sink.failOpenTests(worker, item.loss);
        }
        if (item.set != null) {
            emit(item.set);
        }
        emit(item.after);
    }

    private void emit(List<Kept> events) {
        for (Kept kept : events) {
            keep.giveBack(kept, event -> sink.emit(worker, event));
        }
    }
}

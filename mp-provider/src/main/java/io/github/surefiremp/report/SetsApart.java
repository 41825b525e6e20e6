package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.report.Keep.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Hands on each test set by itself, a nested one before the one that it is in.
 *
 * <p>Surefire 3.5.3 keeps the tests of each set apart if the provider has the name of its own JUnit Platform provider.
 * For any other provider, and so for mp's, it puts all tests that it was told of into the set that ends first, which is
 * the innermost one. For one thread.
 */
public final class SetsApart implements ReportSink {
    private final ReportSink sink;
    private final Keep keep;
    /** From the class inwards; what belongs together comes in one go, so they are of one worker. */
    private final Deque<OpenSet> open = new ArrayDeque<>();

    /** A set that has begun and not ended, with what was told of it and not handed on. */
    private static final class OpenSet {
        final String className;
        final List<Kept> held = new ArrayList<>();

        OpenSet(String className) {
            this.className = className;
        }
    }

    /**
     * Wraps the sink that reports to Surefire.
     *
     * @param folder for the file of large outputs
     */
    public SetsApart(ReportSink sink, Path folder) {
        this.sink = sink;
        this.keep = new Keep(folder);
    }

    @Override
    public void emit(int worker, ReportEvent event) {
        switch (event.kind()) {
            case SET_STARTED -> {
                OpenSet set = new OpenSet(event.className());
                keep.add(set.held, event);
                open.addLast(set);
            }
            case SET_COMPLETED -> {
                giveInnermost(worker);
                sink.emit(worker, event);
            }
            // They belong to the worker.
            case LOG, PROPERTY -> sink.emit(worker, event);
            default -> {
                if (open.isEmpty()) {
                    sink.emit(worker, event);
                } else {
                    keep.add(setOf(event).held, event);
                }
            }
        }
    }

    @Override
    public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
        giveInnermost(worker);
        sink.emitSetEnd(worker, event, elapsedMillis);
    }

    @Override
    public void failOpenTests(int worker, Loss loss) {
        giveAll(worker);
        sink.failOpenTests(worker, loss);
    }

    @Override
    public void emitLoss(int worker, Loss loss) {
        giveAll(worker);
        open.clear();
        sink.emitLoss(worker, loss);
    }

    @Override
    public void endWorker(int worker, String reason) {
        // What is open now can be another worker's only if that one tells at once, and then there is no other.
        giveAll(worker);
        open.clear();
        sink.endWorker(worker, reason);
    }

    @Override
    public void finish() {
        try {
            keep.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sink.finish();
    }

    private OpenSet setOf(ReportEvent event) {
        for (Iterator<OpenSet> sets = open.descendingIterator(); sets.hasNext(); ) {
            OpenSet set = sets.next();
            if (set.className.equals(event.className())) {
                return set;
            }
        }
        return open.getLast();
    }

    private void giveInnermost(int worker) {
        OpenSet set = open.pollLast();
        if (set != null) {
            give(worker, set);
        }
    }

    /** In the order in which they began, because the sink is about to end what is open; they stay open. */
    private void giveAll(int worker) {
        open.forEach(set -> give(worker, set));
    }

    private void give(int worker, OpenSet set) {
        set.held.forEach(kept -> keep.giveBack(kept, event -> sink.emit(worker, event)));
        set.held.clear();
    }
}

package io.github.surefiremp.report;

import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what each worker reports and hands it on in one go when its unit ends, because Surefire's reporters expect
 * one class at a time.
 *
 * <p>With a single worker everything is handed on at once, as stock Surefire does. Output beyond a bound goes to a file
 * until then. For one thread.
 */
public final class ReportStream implements RunObserver, AutoCloseable {
    private static final int CHARS_IN_MEMORY = 8 * 1024 * 1024;
    /** What an event costs beside its text, roughly, in characters. */
    private static final int EVENT_COST = 64;

    private final ReportSink sink;
    private final boolean atOnce;
    private final Spill spill;
    private final Map<Integer, List<Object>> pending = new HashMap<>();
    private long charsHeld;

    private record Spilled(ReportEvent event, Spill.Place place) {}

    /**
     * @param atOnce nothing is gathered, because there is one worker
     * @param folder for the file of large outputs
     */
    public ReportStream(ReportSink sink, boolean atOnce, Path folder) {
        this.sink = sink;
        this.atOnce = atOnce;
        this.spill = new Spill(folder);
    }

    @Override
    public void workerStarted(int worker, long pid) {
        pending.put(worker, new ArrayList<>());
    }

    @Override
    public void unitStarted(int worker, Unit unit) {}

    @Override
    public void reported(int worker, ReportEvent event) {
        if (atOnce) {
            sink.emit(worker, event);
            return;
        }
        List<Object> events = pending.computeIfAbsent(worker, key -> new ArrayList<>());
        if (event.kind() == Kind.OUTPUT && event.payload() instanceof Output output) {
            int size = output.text().length()
                    + (output.stack() == null ? 0 : output.stack().length());
            if (charsHeld + size > CHARS_IN_MEMORY) {
                events.add(new Spilled(withPayload(event, null), spill.write(output)));
                return;
            }
            charsHeld += size + EVENT_COST;
        }
        events.add(event);
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        flush(worker);
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        flush(worker);
        sink.emitLoss(worker, unit.classes().get(0), reason);
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        flush(worker);
        pending.remove(worker);
        sink.endWorker(worker, "worker " + worker + " ended with exit code " + exitCode + " before the test did");
    }

    @Override
    public void close() throws IOException {
        try (spill) {
            sink.finish();
        }
    }

    private void flush(int worker) {
        List<Object> events = pending.put(worker, new ArrayList<>());
        if (events == null) {
            return;
        }
        for (Object next : events) {
            if (next instanceof Spilled spilled) {
                sink.emit(worker, withPayload(spilled.event(), spill.read(spilled.place())));
            } else if (next instanceof ReportEvent event) {
                sink.emit(worker, event);
                if (event.payload() instanceof Output output) {
                    charsHeld -= output.text().length()
                            + (output.stack() == null ? 0 : output.stack().length())
                            + EVENT_COST;
                }
            }
        }
    }

    private static ReportEvent withPayload(ReportEvent event, @Nullable Object payload) {
        return new ReportEvent(
                event.kind(),
                event.className(),
                event.method(),
                event.epochMillis(),
                event.nanos(),
                event.rerun(),
                payload);
    }
}

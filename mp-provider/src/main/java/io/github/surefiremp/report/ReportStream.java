package io.github.surefiremp.report;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what each worker reports and hands it on in one go when its unit ends, because Surefire's reporters expect
 * one class at a time. A class that was split is put together again, and handed on when its last part has ended.
 *
 * <p>With a single worker everything but split classes is handed on at once, as stock Surefire does. Output beyond a
 * bound goes to a file until then. For one thread.
 */
public final class ReportStream implements RunObserver, AutoCloseable {
    private final ReportSink sink;
    private final boolean atOnce;
    private final Keep keep;
    private final Map<Integer, WorkerReport> workers = new HashMap<>();
    /** Those that have not been handed on. */
    private final Map<String, SplitClass> splitClasses = new LinkedHashMap<>();

    /** The one that began or ended a part last. */
    private int lastWorker;

    /**
     * @param atOnce nothing is gathered but split classes, because there is one worker
     * @param folder for the file of large outputs
     */
    public ReportStream(ReportSink sink, boolean atOnce, Path folder) {
        this.sink = sink;
        this.atOnce = atOnce;
        this.keep = new Keep(folder);
    }

    @Override
    public void planned(List<Unit> units) {
        for (Unit unit : units) {
            for (ClassPart part : unit.parts()) {
                if (!part.isWhole()) {
                    splitClasses
                            .computeIfAbsent(part.className(), SplitClass::new)
                            .plan(part);
                }
            }
        }
    }

    @Override
    public void workerStarted(int worker, long pid) {
        workers.put(worker, new WorkerReport(keep));
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        WorkerReport report = worker(worker);
        report.begin(unit, this::begin);
        if (report.hasParts()) {
            lastWorker = worker;
        }
    }

    private @Nullable PartReport begin(ClassPart part) {
        SplitClass split = part.isWhole() ? null : splitClasses.get(part.className());
        return split == null ? null : split.begin(part, keep);
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        WorkerReport report = worker(worker);
        if (report.takes(event) || report.sorts(event, ended -> sink.emit(worker, ended))) {
            return;
        }
        if (atOnce && !report.hasParts()) {
            sink.emit(worker, event);
        } else {
            report.hold(event);
        }
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        end(worker, worker(worker).unitEnded(System.nanoTime()));
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        end(worker, worker(worker).unitLost(reason, System.nanoTime()));
    }

    @Override
    public void unitSkipped(Unit unit) {
        for (ClassPart part : unit.parts()) {
            SplitClass split = part.isWhole() ? null : splitClasses.get(part.className());
            if (split != null) {
                split.partEnded();
            }
        }
        // What is handed on at once has a class open; then they wait until its unit ends.
        if (!atOnce) {
            emitEnded(lastWorker);
        }
    }

    @Override
    public void unitElsewhere(Unit unit) {
        unitSkipped(unit);
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        String reason = "worker " + worker + " ended with exit code " + exitCode + " before the test did";
        end(worker, worker(worker).cutOff(reason, System.nanoTime()));
        workers.remove(worker);
        sink.endWorker(worker, reason);
    }

    @Override
    public void close() throws IOException {
        try (keep) {
            workers.forEach((worker, report) ->
                    merge(worker, report.cutOff("the run ended before the test did", System.nanoTime())));
            for (SplitClass split : splitClasses.values()) {
                if (split.hasBegun()) {
                    split.blameForMissingParts();
                    new MergedClass(sink, keep, lastWorker).emit(split);
                }
            }
            splitClasses.clear();
            sink.finish();
        }
    }

    private WorkerReport worker(int worker) {
        return workers.computeIfAbsent(worker, key -> new WorkerReport(keep));
    }

    private void end(int worker, WorkerReport.Ended ended) {
        worker(worker).giveRest(event -> sink.emit(worker, event));
        ConcurrentReport concurrent = ended.concurrent();
        for (Loss loss : ended.losses()) {
            if (concurrent != null) {
                concurrent.give(loss.className(), event -> sink.emit(worker, event));
            }
            sink.emitLoss(worker, loss);
        }
        if (concurrent != null) {
            concurrent.giveRest(event -> sink.emit(worker, event));
        }
        merge(worker, ended);
    }

    private void merge(int worker, WorkerReport.Ended ended) {
        for (PartReport part : ended.parts()) {
            lastWorker = worker;
            part.whole().partEnded();
        }
        emitEnded(worker);
    }

    /** Hands on the classes of which all parts have ended; of one that was skipped as a whole there is nothing. */
    private void emitEnded(int worker) {
        for (SplitClass split : List.copyOf(splitClasses.values())) {
            if (split.hasEnded()) {
                splitClasses.remove(split.name);
                new MergedClass(sink, keep, worker).emit(split);
            }
        }
    }
}

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
import java.util.Objects;
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
    /** Those that go on after their worker was lost and have not been handed on. */
    private final Map<String, ResumedClass> resumed = new LinkedHashMap<>();

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
        units.forEach(this::plan);
    }

    private void plan(Unit unit) {
        for (ClassPart part : unit.parts()) {
            if (!part.isWhole()) {
                splitClasses.computeIfAbsent(part.className(), SplitClass::new).plan(part);
            }
        }
    }

    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        plan(rest);
        for (ClassPart part : rest.parts()) {
            ResumedClass goesOn = part.isRest()
                    ? resumed.computeIfAbsent(part.className(), name -> new ResumedClass(name, keep))
                    : null;
            if (goesOn != null) {
                goesOn.plan();
            }
            worker(worker).goesOn(part, goesOn);
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

    private @Nullable ClassShare begin(ClassPart part) {
        if (part.isRest()) {
            ResumedClass goesOn = resumed.get(part.className());
            return goesOn == null ? null : goesOn.begin();
        }
        SplitClass split = part.isWhole() ? null : splitClasses.get(part.className());
        return split == null ? null : split.begin(part, keep);
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        WorkerReport report = worker(worker);
        if (report.takes(event) || report.sorts(event, ended -> sink.emit(worker, ended))) {
            return;
        }
        if (atOnce && !report.hasParts() && resumed.isEmpty()) {
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
        end(worker, worker(worker).unitLost(reason, System.nanoTime(), isHandedOn(worker) ? worker : null));
    }

    @Override
    public void unitSkipped(Unit unit) {
        for (ClassPart part : unit.parts()) {
            SplitClass split = part.isWhole() ? null : splitClasses.get(part.className());
            if (split != null) {
                split.partEnded();
            }
            ResumedClass goesOn = part.isRest() ? resumed.get(part.className()) : null;
            if (goesOn != null) {
                goesOn.begin().ended();
            }
        }
        // What is handed on at once has a class open; then they wait until its unit ends.
        if (!atOnce) {
            emitResumed(lastWorker);
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
        // What it left open there may go on.
        if (resumed.values().stream().noneMatch(one -> Objects.equals(one.openInSink(), worker))) {
            sink.endWorker(worker, reason);
        }
    }

    @Override
    public void close() throws IOException {
        try (keep) {
            workers.forEach((worker, report) -> {
                WorkerReport.Ended ended = report.cutOff("the run ended before the test did", System.nanoTime());
                ended.parts().forEach(ClassShare::ended);
                merge(worker, ended);
            });
            for (SplitClass split : splitClasses.values()) {
                if (split.hasBegun()) {
                    split.blameForMissingParts();
                    new MergedClass(sink, keep, lastWorker).emit(split);
                }
            }
            splitClasses.clear();
            resumed.values()
                    .forEach(one -> one.emit(
                            sink, lastWorker, "not all tests of " + one.name() + " ran: the run ended before"));
            resumed.clear();
            sink.finish();
        }
    }

    private WorkerReport worker(int worker) {
        return workers.computeIfAbsent(worker, key -> new WorkerReport(keep));
    }

    /** Whether the sink knows all that the worker has told of its unit. */
    private boolean isHandedOn(int worker) {
        return atOnce && !worker(worker).hasParts();
    }

    private void end(int worker, WorkerReport.Ended ended) {
        if (ended.open() != null) {
            sink.failOpenTests(worker, ended.open());
        }
        ended.parts().forEach(ClassShare::ended);
        // First, because the sink may have one open.
        emitResumed(worker);
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
        if (!ended.parts().isEmpty()) {
            lastWorker = worker;
        }
        emitEnded(worker);
    }

    private void emitResumed(int worker) {
        for (ResumedClass one : List.copyOf(resumed.values())) {
            if (one.hasEnded()) {
                resumed.remove(one.name());
                one.emit(sink, worker);
            }
        }
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

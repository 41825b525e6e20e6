package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.report.Keep.Kept;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what is told of a unit until it is known whether it counts; if not, nobody ever hears of it. Where several
 * machines share a queue, a machine that was late may have run what another one has run, too.
 *
 * <p>What is told of a worker stays in its order. For one thread.
 */
public final class HeldReports implements RunObserver, AutoCloseable {
    private final RunObserver then;
    private final Keep keep;
    private final Map<Integer, Deque<Held>> workers = new HashMap<>();

    /** Something that was told of a worker. */
    private interface Held {
        /** Whether it can be told, or dropped, now. */
        boolean isReady();

        void release();
    }

    private record Plain(Runnable told) implements Held {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void release() {
            told.run();
        }
    }

    private enum Verdict {
        OPEN,
        COUNTS,
        COUNTS_NOT
    }

    private final class HeldUnit implements Held {
        private final int worker;
        private final Unit unit;
        private final List<Kept> events = new ArrayList<>();
        private Runnable end = () -> {};
        private boolean ended;
        private Verdict verdict = Verdict.OPEN;

        HeldUnit(int worker, Unit unit) {
            this.worker = worker;
            this.unit = unit;
        }

        @Override
        public boolean isReady() {
            return verdict != Verdict.OPEN;
        }

        @Override
        public void release() {
            boolean counts = verdict == Verdict.COUNTS;
            if (counts) {
                then.unitStarted(worker, unit);
            }
            for (Kept kept : events) {
                keep.giveBack(kept, event -> {
                    // What a worker logs, and its properties, are no test's.
                    if (counts || event.kind() == ReportEvent.Kind.LOG || event.kind() == ReportEvent.Kind.PROPERTY) {
                        then.reported(worker, event);
                    }
                });
            }
            events.clear();
            if (counts) {
                end.run();
            }
        }
    }

    /**
     * @param then is told what counts
     * @param folder for the file of large outputs
     */
    public HeldReports(RunObserver then, Path folder) {
        this.then = then;
        this.keep = new Keep(folder);
    }

    @Override
    public void planned(List<Unit> units) {
        then.planned(units);
    }

    @Override
    public void workerStarted(int worker, long pid) {
        add(worker, new Plain(() -> then.workerStarted(worker, pid)));
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        add(worker, new HeldUnit(worker, unit));
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        Held last = of(worker).peekLast();
        if (last instanceof HeldUnit unit && !unit.ended) {
            keep.add(unit.events, event);
        } else {
            add(worker, new Plain(() -> then.reported(worker, event)));
        }
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        end(worker, () -> then.unitEnded(worker, unit));
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        end(worker, () -> then.unitLost(worker, unit, reason));
    }

    private void end(int worker, Runnable end) {
        if (of(worker).peekLast() instanceof HeldUnit unit && !unit.ended) {
            unit.ended = true;
            unit.end = end;
        }
    }

    @Override
    public void unitSkipped(Unit unit) {
        then.unitSkipped(unit);
    }

    @Override
    public void unitElsewhere(Unit unit) {
        then.unitElsewhere(unit);
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        add(worker, new Plain(() -> then.workerEnded(worker, exitCode)));
    }

    /** The unit's result counts, or does not; each time that it ended here. */
    public void judged(Unit unit, boolean counts) {
        for (Deque<Held> held : workers.values()) {
            for (Held one : held) {
                if (one instanceof HeldUnit open
                        && open.ended
                        && open.verdict == Verdict.OPEN
                        && open.unit.equals(unit)) {
                    open.verdict = counts ? Verdict.COUNTS : Verdict.COUNTS_NOT;
                    release(held);
                    return;
                }
            }
        }
    }

    private void add(int worker, Held held) {
        Deque<Held> all = of(worker);
        all.add(held);
        release(all);
    }

    private static void release(Deque<Held> held) {
        while (!held.isEmpty() && held.getFirst().isReady()) {
            held.removeFirst().release();
        }
    }

    private Deque<Held> of(int worker) {
        return workers.computeIfAbsent(worker, number -> new ArrayDeque<>());
    }

    /** Drops what was not judged: units that ended early with the run and have no result. */
    @Override
    public void close() throws IOException {
        for (Deque<Held> held : workers.values()) {
            for (Held one : held) {
                if (one instanceof HeldUnit unit && unit.verdict == Verdict.OPEN) {
                    unit.verdict = Verdict.COUNTS_NOT;
                }
            }
            release(held);
        }
        keep.close();
    }
}

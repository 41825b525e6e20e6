package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Keep.Kept;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A class whose worker was lost and whose rest runs in another one: puts together what both tell, so that it is reported
 * as if it had run once.
 *
 * <p>The test sets that were open when a worker was lost, the class and those nested in it, go on when the next worker
 * opens them again. For one thread.
 */
final class ResumedClass {
    private final String name;
    private final Keep keep;
    private final List<ResumedClass> rounds = new ArrayList<>();
    private @Nullable Set root;
    private @Nullable Integer openInSink;
    private int waiting;

    /** A test set of the class: what was told in it, in order, be it an event, a set or a loss. */
    private static final class Set {
        final List<Object> items = new ArrayList<>();
        final ReportEvent start;

        @Nullable
        ReportEvent end;

        long nanos;
        /** The sink has been told of its start. */
        boolean handedOn;
        /** A lost worker left it open, so that it may be opened again. */
        boolean goesOn;

        Set(ReportEvent start) {
            this.start = start;
        }
    }

    ResumedClass(String name, Keep keep) {
        this.name = name;
        this.keep = keep;
    }

    String name() {
        return name;
    }

    /** One more worker will run what is left. */
    void plan() {
        waiting++;
    }

    boolean hasEnded() {
        return waiting == 0;
    }

    /** The worker whose open test sets in the sink go on with this class; null if the sink knows nothing of it. */
    @Nullable
    Integer openInSink() {
        return openInSink;
    }

    /** What the first worker told, which the sink does not know. */
    ClassShare replay(List<Kept> told) {
        Share share = new Share(this);
        told.forEach(share::addKept);
        return share;
    }

    /**
     * What the first worker told of tests that ran at the same time, which the sink does not know: in the order of one
     * thread, without the tests that run again.
     *
     * @param blame for the tests that have begun and not ended and, if there is nothing to run again, for the class
     */
    void replay(List<Kept> told, @Nullable Loss blame, long nanos) {
        Share share = new Share(this);
        Map<String, Integer> lastOf = new HashMap<>();
        java.util.Set<String> open = new HashSet<>();
        for (int i = 0; i < told.size(); i++) {
            ReportEvent event = told.get(i).event();
            String test = event.test();
            lastOf.put(test, i);
            if (event.kind() == Kind.TEST_STARTED) {
                open.add(test);
            } else if (event.kind().endsTest()) {
                open.remove(test);
            }
        }
        boolean blamed = false;
        for (int i = 0; i < told.size(); i++) {
            ReportEvent event = told.get(i).event();
            if (event.kind() == Kind.SET_STARTED) {
                share.leaveUpTo(event.className(), nanos);
            }
            share.addKept(told.get(i));
            String test = event.test();
            if (blame != null && open.contains(test) && Objects.equals(lastOf.get(test), i)) {
                share.open.getLast().items.add(blame);
                blamed = true;
            }
        }
        if (blame != null && !blamed && !share.open.isEmpty()) {
            share.open.getFirst().items.add(blame);
        }
        share.leaveUpTo("", nanos);
    }

    /**
     * What the first worker told was handed on, and these sets are open in the sink.
     *
     * @param starts from the class inwards
     */
    void goOn(int worker, Collection<ReportEvent> starts, long nanos) {
        openInSink = worker;
        Set outer = null;
        for (ReportEvent start : starts) {
            Set set = new Set(start);
            set.handedOn = true;
            set.goesOn = true;
            set.nanos = nanos - start.nanos();
            if (outer == null) {
                root = set;
            } else {
                outer.items.add(set);
            }
            outer = set;
        }
    }

    /** The share of the next worker. */
    ClassShare begin() {
        return new Share(this);
    }

    /** Hands all of it on. */
    void emit(ReportSink sink, int anyWorker) {
        int worker = openInSink == null ? anyWorker : openInSink;
        Set whole = root;
        if (whole != null) {
            emit(sink, worker, whole);
        }
        rounds.forEach(round -> round.emit(sink, worker));
    }

    /** The same where not all of the class ran. */
    void emit(ReportSink sink, int anyWorker, String missing) {
        Set whole = root;
        Loss loss = new Loss(name, missing, System.nanoTime());
        if (whole == null) {
            sink.emitLoss(anyWorker, loss);
        } else {
            whole.items.add(loss);
            emit(sink, anyWorker);
        }
    }

    private void emit(ReportSink sink, int worker, Set set) {
        if (!set.handedOn) {
            sink.emit(worker, set.start);
        }
        for (Object item : set.items) {
            if (item instanceof Kept kept) {
                keep.giveBack(kept, event -> sink.emit(worker, event));
            } else if (item instanceof Set nested) {
                emit(sink, worker, nested);
            } else {
                sink.failOpenTests(worker, (Loss) item);
            }
        }
        ReportEvent end = set.end == null ? MergedClass.end(set.start, set.start.nanos() + set.nanos) : set.end;
        sink.emitSetEnd(worker, end, Math.max(0, TimeUnit.NANOSECONDS.toMillis(set.nanos)));
    }

    /** What one worker tells. */
    private static final class Share implements ClassShare {
        private final ResumedClass whole;
        private final Deque<Set> open = new ArrayDeque<>();
        private final Deque<Long> since = new ArrayDeque<>();
        private @Nullable Share round;
        private int rounds;

        Share(ResumedClass whole) {
            this.whole = whole;
        }

        @Override
        public void add(ReportEvent event) {
            if (event.kind() != Kind.OUTPUT) {
                addKept(whole.keep.keep(null, event));
            } else if (round != null) {
                round.add(event);
            } else if (!open.isEmpty()) {
                addOutput(open.getLast().items, event);
            }
        }

        private void addOutput(List<Object> items, ReportEvent event) {
            Kept last = !items.isEmpty() && items.get(items.size() - 1) instanceof Kept before ? before : null;
            Kept kept = whole.keep.keep(last, event);
            if (kept != last) {
                items.add(kept);
            }
        }

        void addKept(Kept kept) {
            ReportEvent event = kept.event();
            if (event.kind() == Kind.RERUNS_STARTED) {
                rerunsStart(event.nanos());
            } else if (round != null) {
                round.addKept(kept);
            } else if (event.kind() == Kind.SET_STARTED) {
                start(event);
            } else if (event.kind() == Kind.SET_COMPLETED && !open.isEmpty()) {
                open.getLast().end = event;
                close(event.nanos());
            } else if (!open.isEmpty() && event.kind() != Kind.PIECE_STARTED) {
                open.getLast().items.add(kept);
            }
        }

        private void start(ReportEvent event) {
            Set set = open.isEmpty() ? whole.root : leftOpen(open.getLast(), event);
            if (set == null) {
                set = new Set(event);
                if (open.isEmpty()) {
                    whole.root = set;
                } else {
                    open.getLast().items.add(set);
                }
            }
            set.goesOn = false;
            open.addLast(set);
            since.addLast(event.nanos());
        }

        /** Closes the sets that are not around a class; they go on if the next worker opens them again. */
        void leaveUpTo(String className, long nanos) {
            while (!open.isEmpty() && !className.startsWith(open.getLast().start.className() + "$")) {
                open.getLast().goesOn = true;
                close(nanos);
            }
        }

        private static @Nullable Set leftOpen(Set outer, ReportEvent event) {
            for (Object item : outer.items) {
                if (item instanceof Set set
                        && set.goesOn
                        && set.start.className().equals(event.className())) {
                    return set;
                }
            }
            return null;
        }

        private void close(long nanos) {
            open.removeLast().nanos += nanos - since.removeLast();
        }

        @Override
        public void rerunsStart(long nanos) {
            end(nanos);
            while (whole.rounds.size() <= rounds) {
                whole.rounds.add(new ResumedClass(whole.name, whole.keep));
            }
            round = new Share(whole.rounds.get(rounds++));
        }

        @Override
        public void lose(Loss loss) {
            if (round != null) {
                round.lose(loss);
                return;
            }
            if (open.isEmpty()) {
                Objects.requireNonNull(whole.root, "a class that goes on has begun")
                        .items
                        .add(loss);
                return;
            }
            open.getLast().items.add(loss);
            open.forEach(set -> set.goesOn = true);
            end(loss.nanos());
        }

        @Override
        public void end(long nanos) {
            if (round != null) {
                round.end(nanos);
            }
            while (!open.isEmpty()) {
                close(nanos);
            }
        }

        @Override
        public void ended() {
            whole.waiting--;
        }
    }
}

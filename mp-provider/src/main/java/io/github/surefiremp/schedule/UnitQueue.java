package io.github.surefiremp.schedule;

import io.github.surefiremp.model.GrowingQueue;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pull queue of a run as a state machine: every unit is waiting, running, done, lost or skipped.
 *
 * <p>Phases: each isolated group is one, in the order in which the groups first appear; what is not isolated is the
 * last one. A phase begins when all units of the one before have ended, so nothing ever runs beside an isolated group.
 * They come first because the session has to be still for them: it is when the run starts, and later it would have to
 * be drained.
 *
 * <p>Within a phase the first unit starts that
 *
 * <ul>
 *   <li>needs no lock that a running unit excludes,
 *   <li>needs no lock that an earlier unit excludes which itself cannot start because of locks: who is blocked reserves
 *       what it needs. Otherwise a stream of readers could keep a writer, or a unit that must run alone, waiting until
 *       the end of the run, where all others idle while it runs;
 *   <li>does not need an unused worker, unless there is one. While this is all that a unit lacks it reserves nothing:
 *       the others would wait for a JVM to start, not for a lock.
 * </ul>
 *
 * <p>Not thread-safe: one thread owns it.
 */
public final class UnitQueue implements GrowingQueue {
    private final Map<String, Entry> entries = new HashMap<>();
    /** Each in the order in which its units got there; those that wait in the order in which they are tried. */
    private final Map<State, Set<Entry>> inState = new EnumMap<>(State.class);
    /** The current one, if any, at the head. */
    private final Deque<Phase> phases = new ArrayDeque<>();
    /** How many units were added until now. */
    private int places;
    // It is asked for after each message but changes only with a unit's state; null when it has to be found anew.
    private @Nullable Next next;

    /**
     * @param ordered the units, the first to run at the head, as far as phases and locks allow
     * @throws IllegalArgumentException if two units have the same name
     */
    public UnitQueue(Collection<Unit> ordered) {
        for (State state : State.values()) {
            inState.put(state, new LinkedHashSet<>());
        }
        Map<String, List<Unit>> isolated = new LinkedHashMap<>();
        List<Unit> others = new ArrayList<>();
        for (Unit unit : ordered) {
            if (unit.strategy().isIsolated()) {
                isolated.computeIfAbsent(unit.group(), group -> new ArrayList<>())
                        .add(unit);
            } else {
                others.add(unit);
            }
        }
        isolated.values().forEach(group -> addPhase(group, true));
        addPhase(loneOnesFirst(others), false);
        nextPhase();
    }

    @Override
    public void add(List<Unit> units) {
        for (Unit unit : units) {
            Entry before = entries.get(unit.name());
            if (before != null && !before.state.isOver()) {
                throw new IllegalArgumentException(
                        "a unit of that name is " + before.state.word() + ": " + unit.name());
            }
            if (before != null) {
                in(before.state).remove(before);
            }
            boolean isolated = unit.strategy().isIsolated();
            Phase last = phases.peekLast();
            if (last == null || last.isolated != isolated || (isolated && !last.isOf(unit.group()))) {
                last = new Phase(isolated);
                phases.addLast(last);
            }
            // Places only grow: what is added is behind.
            Entry entry = last.add(unit, places++);
            entries.put(unit.name(), entry);
            in(State.WAITING).add(entry);
        }
        next = null;
        nextPhase();
    }

    /**
     * Units that must run alone go to the head: when the phase begins nothing runs, so that they cost their own time
     * only. Anywhere else all workers but one would idle until the longest running unit has ended, and again after it.
     */
    private static List<Unit> loneOnesFirst(List<Unit> units) {
        List<Unit> result = new ArrayList<>();
        units.stream().filter(UnitQueue::runsAlone).forEach(result::add);
        units.stream().filter(unit -> !runsAlone(unit)).forEach(result::add);
        return result;
    }

    private static boolean runsAlone(Unit unit) {
        return unit.locks().stream().anyMatch(LockNeed::isForAll);
    }

    private void addPhase(List<Unit> units, boolean isolated) {
        Phase phase = new Phase(isolated);
        for (Unit unit : units) {
            Entry entry = phase.add(unit, places++);
            if (entries.put(unit.name(), entry) != null) {
                throw new IllegalArgumentException("two units have the name " + unit.name());
            }
            in(State.WAITING).add(entry);
        }
        phases.add(phase);
    }

    @Override
    public Optional<Unit> take(boolean unused) {
        Entry entry = next().forWorker(unused);
        if (entry == null) {
            return Optional.empty();
        }
        move(entry, State.RUNNING);
        return Optional.of(entry.unit);
    }

    @Override
    public boolean has(boolean unused) {
        return next().forWorker(unused) != null;
    }

    @Override
    public boolean wantsUnused() {
        Next first = next();
        return first.forUnused() != null && first.forUnused() != first.forUsed();
    }

    @Override
    public boolean isIsolated() {
        Phase phase = phases.peekFirst();
        return phase != null && phase.isolated;
    }

    @Override
    public void done(Unit unit) {
        move(entry(unit, State.DONE), State.DONE);
    }

    @Override
    public void lost(Unit unit) {
        move(entry(unit, State.LOST), State.LOST);
    }

    @Override
    public void lost(Unit unit, Unit rest) {
        Entry lost = entry(unit, State.LOST);
        // First, or its phase might be over.
        Entry left = new Entry(rest, lost.place, lost.phase, lost.lane);
        if (entries.putIfAbsent(rest.name(), left) != null) {
            throw new IllegalArgumentException("two units have the name " + rest.name());
        }
        in(State.WAITING).add(left);
        left.phase.comeBack(left);
        move(lost, State.LOST);
    }

    @Override
    public Optional<Unit> takeAhead(Predicate<Unit> wanted) {
        Entry entry = next().forUsed();
        if (entry == null || isIsolated() || !entry.unit.locks().isEmpty() || !wanted.test(entry.unit)) {
            return Optional.empty();
        }
        move(entry, State.RUNNING);
        return Optional.of(entry.unit);
    }

    @Override
    public void giveBack(Unit unit) {
        move(entry(unit, State.WAITING), State.WAITING);
    }

    @Override
    public void skipWaiting() {
        List.copyOf(in(State.WAITING)).forEach(entry -> move(entry, State.SKIPPED));
    }

    @Override
    public List<Unit> waiting() {
        return units(State.WAITING);
    }

    @Override
    public List<Unit> running() {
        return units(State.RUNNING);
    }

    @Override
    public int waitingCount() {
        return in(State.WAITING).size();
    }

    @Override
    public int runningCount() {
        return in(State.RUNNING).size();
    }

    @Override
    public int atOnce(int most) {
        int result = 0;
        for (Phase phase : phases) {
            Crowd crowd = new Crowd();
            if (phase == phases.getFirst()) {
                in(State.RUNNING).forEach(running -> crowd.add(running.unit, 1));
            }
            // Those of a lane need the same.
            phase.lanes.values().forEach(lane -> crowd.add(lane.getFirst().unit, lane.size()));
            result = Math.max(result, Math.min(most, crowd.atOnce()));
        }
        return result;
    }

    /** Units of one phase, and how many of them could run at the same time at most. */
    private static final class Crowd {
        private final Set<String> written = new HashSet<>();
        private int writers;
        private int others;
        private int lone;

        void add(Unit unit, int count) {
            if (runsAlone(unit)) {
                lone = 1;
                return;
            }
            boolean writes = false;
            for (LockNeed lock : unit.locks()) {
                if (lock.write()) {
                    writes = true;
                    written.add(lock.key());
                }
            }
            if (writes) {
                writers += count;
            } else {
                others += count;
            }
        }

        int atOnce() {
            // Each of those that write has a lock of its own.
            return Math.max(lone, others + Math.min(writers, written.size()));
        }
    }

    /** Units whose worker was lost. */
    public List<Unit> lost() {
        return units(State.LOST);
    }

    /** How many units ran to their end. */
    public int doneCount() {
        return in(State.DONE).size();
    }

    /** How many units were left out on purpose. */
    public int skippedCount() {
        return in(State.SKIPPED).size();
    }

    /** The one place where a unit changes its state. */
    private void move(Entry entry, State to) {
        State from = entry.state;
        if (!from.mayBecome(to)) {
            throw new IllegalStateException(
                    "unit " + entry.unit.name() + " cannot become " + to.word() + ": it is " + from.word());
        }
        in(from).remove(entry);
        entry.state = to;
        in(to).add(entry);
        if (from == State.WAITING) {
            entry.phase.leave(entry);
        } else if (to == State.WAITING) {
            entry.phase.comeBack(entry);
        }
        next = null;
        nextPhase();
    }

    /** Leaves behind the phases of which nothing waits or runs. */
    private void nextPhase() {
        while (!phases.isEmpty()
                && phases.getFirst().lanes.isEmpty()
                && in(State.RUNNING).isEmpty()) {
            phases.removeFirst();
        }
    }

    private Next next() {
        Next known = next;
        if (known == null) {
            known = findNext();
            next = known;
        }
        return known;
    }

    private Next findNext() {
        Phase phase = phases.peekFirst();
        if (phase == null) {
            return new Next(null, null);
        }
        Claims claims = new Claims();
        in(State.RUNNING).forEach(running -> claims.add(running.unit.locks()));
        Entry forUnused = null;
        // The first of a lane speaks for those behind it: what blocks it blocks them, and they would reserve the same.
        for (Deque<Entry> lane : phase.lanes.values()) {
            Entry first = lane.getFirst();
            Unit unit = first.unit;
            if (!claims.admit(unit.locks())) {
                claims.add(unit.locks());
                continue;
            }
            if (forUnused == null) {
                forUnused = first;
            }
            if (!unit.freshJvm()) {
                return new Next(forUnused, first);
            }
        }
        return new Next(forUnused, null);
    }

    private Entry entry(Unit unit, State to) {
        Entry entry = entries.get(unit.name());
        if (entry == null || !entry.unit.equals(unit)) {
            throw new IllegalStateException(
                    "unit " + unit.name() + " cannot become " + to.word() + ": it is not in this queue");
        }
        return entry;
    }

    private List<Unit> units(State state) {
        return in(state).stream().map(entry -> entry.unit).toList();
    }

    private Set<Entry> in(State state) {
        Set<Entry> result = inState.get(state);
        if (result == null) {
            throw new AssertionError(state);
        }
        return result;
    }

    private enum State {
        WAITING,
        RUNNING,
        DONE,
        LOST,
        SKIPPED;

        boolean mayBecome(State next) {
            return switch (this) {
                case WAITING -> next == RUNNING || next == SKIPPED;
                case RUNNING -> next == DONE || next == LOST || next == WAITING;
                case DONE, LOST, SKIPPED -> false;
            };
        }

        boolean isOver() {
            return this == DONE || this == LOST || this == SKIPPED;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What {@link #take} would give, by the kind of worker that asks. */
    private record Next(@Nullable Entry forUnused, @Nullable Entry forUsed) {
        @Nullable
        Entry forWorker(boolean unused) {
            return unused ? forUnused : forUsed;
        }
    }

    private static final class Entry {
        final Unit unit;
        final int place;
        final Phase phase;
        final Deque<Entry> lane;
        State state = State.WAITING;

        Entry(Unit unit, int place, Phase phase, Deque<Entry> lane) {
            this.unit = unit;
            this.place = place;
            this.phase = phase;
            this.lane = lane;
        }
    }

    /**
     * Units that may run at the same time as far as their groups are concerned.
     *
     * <p>Those that wait with the same needs stand in one lane, so that a search passes the lanes and not the units: a
     * thousand units that write the same key are passed at once, and units without any needs are a single lane.
     */
    private static final class Phase {
        final boolean isolated;
        /** None of them empty; by the place of the first unit. */
        final NavigableMap<Integer, Deque<Entry>> lanes = new TreeMap<>();

        private final Map<Needs, Deque<Entry>> laneOf = new HashMap<>();

        private record Needs(Set<LockNeed> locks, boolean freshJvm) {}

        Phase(boolean isolated) {
            this.isolated = isolated;
        }

        /** Whether the units that wait are of that group. */
        boolean isOf(String group) {
            return !lanes.isEmpty()
                    && lanes.firstEntry().getValue().getFirst().unit.group().equals(group);
        }

        /** Adds a unit behind all others. */
        Entry add(Unit unit, int place) {
            Deque<Entry> lane =
                    laneOf.computeIfAbsent(new Needs(unit.locks(), unit.freshJvm()), needs -> new ArrayDeque<>());
            Entry entry = new Entry(unit, place, this, lane);
            if (lane.isEmpty()) {
                lanes.put(place, lane);
            }
            lane.addLast(entry);
            return entry;
        }

        /** The first unit of a lane no longer waits; units are taken and skipped in order, so it is always the first. */
        void leave(Entry first) {
            lanes.remove(first.place);
            first.lane.removeFirst();
            Entry second = first.lane.peekFirst();
            if (second != null) {
                lanes.put(second.place, first.lane);
            }
        }

        /** A unit that was taken waits again, where it did: perhaps behind others that came back before it. */
        void comeBack(Entry entry) {
            Deque<Entry> lane = entry.lane;
            Entry before = lane.peekFirst();
            if (before != null) {
                lanes.remove(before.place);
            }
            List<Entry> all = new ArrayList<>(lane);
            all.add(entry);
            all.sort(Comparator.comparingInt(one -> one.place));
            lane.clear();
            lane.addAll(all);
            lanes.put(lane.getFirst().place, lane);
        }
    }
}

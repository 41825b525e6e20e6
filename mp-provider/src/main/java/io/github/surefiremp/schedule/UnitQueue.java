package io.github.surefiremp.schedule;

import io.github.surefiremp.model.GrowingQueue;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.Affinity.Choice;
import io.github.surefiremp.schedule.Entry.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * <p>Where set-ups count, {@link Affinity} chooses among all units that could start so, or leaves them to a worker that has
 * what they need. A unit that is left reserves its locks as well.
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
    private final @Nullable Affinity affinity;

    /**
     * @param ordered the units, the first to run at the head, as far as phases and locks allow
     * @throws IllegalArgumentException if two units have the same name
     */
    public UnitQueue(Collection<Unit> ordered) {
        this(ordered, null);
    }

    /**
     * The same, but a worker prefers units whose set-ups it has, and set-ups are started so that the run ends early.
     *
     * @param setUps null where they do not count
     */
    public UnitQueue(Collection<Unit> ordered, @Nullable SetUpPrices setUps) {
        this.affinity = setUps == null ? null : new Affinity(setUps);
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
        if (affinity != null) {
            affinity.changed();
        }
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
            Entry entry = last.add(unit, places++, needs(unit));
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
        units.stream().filter(unit -> Needs.runsAlone(unit.locks())).forEach(result::add);
        units.stream().filter(unit -> !Needs.runsAlone(unit.locks())).forEach(result::add);
        return result;
    }

    private Needs.OfUnit needs(Unit unit) {
        return Needs.of(unit, affinity);
    }

    private void addPhase(List<Unit> units, boolean isolated) {
        Phase phase = new Phase(isolated);
        for (Unit unit : units) {
            Entry entry = phase.add(unit, places++, needs(unit));
            if (entries.put(unit.name(), entry) != null) {
                throw new IllegalArgumentException("two units have the name " + unit.name());
            }
            in(State.WAITING).add(entry);
        }
        phases.add(phase);
    }

    @Override
    public Optional<Unit> take(int worker, boolean unused) {
        Entry entry = choose(worker, unused).entry();
        if (entry == null) {
            return Optional.empty();
        }
        begin(entry, worker);
        return Optional.of(entry.unit);
    }

    private void begin(Entry entry, int worker) {
        move(entry, State.RUNNING);
        if (affinity != null) {
            affinity.begins(entry, worker);
        }
    }

    @Override
    public boolean has(int worker, boolean unused) {
        return choose(worker, unused).entry() != null;
    }

    @Override
    public boolean waitsForSetUp(int worker, boolean unused) {
        return choose(worker, unused).waits();
    }

    @Override
    public boolean wantsUnused(int worker) {
        Entry first = choose(worker, true).entry();
        return first != null && first.unit.freshJvm();
    }

    @Override
    public void comes(int worker) {
        if (affinity != null) {
            affinity.joins(worker);
        }
    }

    @Override
    public void gone(int worker) {
        if (affinity != null) {
            affinity.gone(worker);
        }
    }

    /** How many set-ups a worker keeps; 0 where they do not count. */
    int setUpsOf(int worker) {
        return affinity == null ? 0 : affinity.held(worker);
    }

    private Choice choose(int worker, boolean unused) {
        Phase phase = phases.peekFirst();
        Next known = next();
        if (affinity == null || phase == null) {
            return new Choice(known.forWorker(unused), false);
        }
        if (!phase.hasFamilies()) {
            affinity.joins(worker);
            return new Choice(known.forWorker(unused), false);
        }
        return affinity.choose(phase, worker, unused, () -> admitted(phase, unused));
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
        Entry before = entries.get(rest.name());
        if (before != null) {
            throw new IllegalArgumentException("two units have the name " + rest.name());
        }
        // First, or its phase might be over.
        Entry left = lost.phase.add(rest, lost.place, needs(rest));
        entries.put(rest.name(), left);
        in(State.WAITING).add(left);
        move(lost, State.LOST);
    }

    @Override
    public Optional<Unit> takeAhead(int worker, Predicate<Unit> wanted) {
        Entry entry = choose(worker, false).entry();
        if (entry == null
                || isIsolated()
                || !entry.unit.locks().isEmpty()
                || (affinity != null && !affinity.costsNothing(entry, worker))
                || !wanted.test(entry.unit)) {
            return Optional.empty();
        }
        begin(entry, worker);
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
                in(State.RUNNING).forEach(running -> crowd.add(running.unit.locks(), 1));
            }
            // Those of a lane need the same.
            phase.lanes().forEach(lane -> crowd.add(lane.needs.locks(), lane.size()));
            result = Math.max(result, Math.min(most, crowd.atOnce()));
        }
        return result;
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
            entry.phase.enter(entry);
        }
        if (from == State.RUNNING && affinity != null) {
            affinity.ended(entry);
        }
        next = null;
        nextPhase();
    }

    /** Leaves behind the phases of which nothing waits or runs. */
    private void nextPhase() {
        while (!phases.isEmpty()
                && phases.getFirst().isEmpty()
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
        for (Lane lane : phase.lanes()) {
            Needs needs = lane.needs;
            if (!claims.admit(needs.locks())) {
                claims.add(needs.locks());
                continue;
            }
            if (forUnused == null) {
                forUnused = lane.first();
            }
            if (!needs.freshJvm()) {
                return new Next(forUnused, lane.first());
            }
        }
        return new Next(forUnused, null);
    }

    /**
     * The lanes of which a worker may choose. Each reserves what it needs, like one that is blocked: if the worker passes
     * it, no other unit may get in its way.
     */
    private List<Lane> admitted(Phase phase, boolean unused) {
        Claims claims = new Claims();
        in(State.RUNNING).forEach(running -> claims.add(running.unit.locks()));
        List<Lane> result = new ArrayList<>();
        for (Lane lane : phase.lanes()) {
            Needs needs = lane.needs;
            boolean admitted = claims.admit(needs.locks());
            if (admitted && needs.freshJvm() && !unused) {
                continue;
            }
            claims.add(needs.locks());
            if (admitted) {
                result.add(lane);
            }
        }
        return result;
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

    /** What {@link #take} would give, by the kind of worker that asks. */
    private record Next(@Nullable Entry forUnused, @Nullable Entry forUsed) {
        @Nullable
        Entry forWorker(boolean unused) {
            return unused ? forUnused : forUsed;
        }
    }
}

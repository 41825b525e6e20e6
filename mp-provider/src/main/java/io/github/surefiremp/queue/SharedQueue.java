package io.github.surefiremp.queue;

import io.github.surefiremp.model.GrowingQueue;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The queue of a run that takes its units from one for several machines: a few units at a time come into a queue of this
 * machine, which keeps the rules of groups and locks among them.
 *
 * <p>A unit waits as long as no machine has a result for it and none of this machine's workers has it, wherever it is. So
 * the run goes on until every unit of the build has a result, or until it is known that no more will come.
 *
 * <p>For the run's thread alone; another one talks to the server ({@link QueueLink}), and what that has to tell is taken
 * in by {@link #refresh}.
 */
public final class SharedQueue implements WorkQueue {
    /** How many short units wait here for each worker, so that no worker waits for the server between them. */
    private static final int SHORT_ONES_AHEAD = 8;

    /** How many may wait here for each worker, whatever keeps them from running. */
    private static final int MOST_AHEAD = 16;

    private static final int MOST_NAMED = 20;

    /** Is told what becomes of units. */
    public interface Listener {
        /** The result of a unit that ended here counts, or does not because another machine's does. */
        void judged(Unit unit, boolean counts);

        /** Something that the user should know. */
        void tell(String text);
    }

    private final List<Unit> units;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final GrowingQueue local;
    private final QueueLink link;
    private final Predicate<Unit> shortOnes;
    private final Listener listener;
    private final int most;

    /** Those that have a result of any machine. */
    private final BitSet done = new BitSet();
    /** Those that ended here. */
    private final Set<Integer> own = new TreeSet<>();

    private final Set<Integer> unjudged = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    /** How many workers were seen idle since the last refresh, and how many are thought to be. */
    private int idle;

    private int hungry;
    private boolean closed;
    private boolean abandoned;

    /**
     * @param units all of the build, in their order
     * @param local is empty
     * @param atOnce how many of them could run at the same time at most
     * @param shortOnes whether a unit takes less time than the way to the server is worth
     */
    SharedQueue(
            List<Unit> units,
            GrowingQueue local,
            QueueLink link,
            int atOnce,
            Predicate<Unit> shortOnes,
            Listener listener) {
        this.units = List.copyOf(units);
        for (int i = 0; i < units.size(); i++) {
            numbers.put(units.get(i).name(), i);
        }
        this.local = local;
        this.link = link;
        this.most = atOnce;
        this.shortOnes = shortOnes;
        this.listener = listener;
    }

    @Override
    public void refresh() {
        hungry = idle;
        idle = 0;
        for (QueueNews one : link.takeNews()) {
            handle(one);
        }
        wish();
    }

    private void handle(QueueNews news) {
        if (news instanceof QueueNews.Got got) {
            hungry = Math.max(0, hungry - got.units().size());
            local.add(got.units().stream()
                    .map(units::get)
                    .filter(unit -> !isInHand(unit))
                    .toList());
        } else if (news instanceof QueueNews.Judged judged) {
            unjudged.remove(judged.unit());
            if (judged.counts()) {
                done.set(judged.unit());
            } else {
                own.remove(judged.unit());
            }
            listener.judged(units.get(judged.unit()), judged.counts());
        } else if (news instanceof QueueNews.Done now) {
            now.units().forEach(done::set);
        } else if (news instanceof QueueNews.Gave gave) {
            GivenUp up = gave.up();
            problems.add(units.get(up.unit()).name() + " was not run to its end: " + up.machines()
                    + " machines were lost with it, " + up.machine() + " last, so it is not tried again");
            done.set(up.unit());
        } else if (news instanceof QueueNews.Stopped stopped) {
            if (!closed) {
                closed = true;
                listener.tell("mp: begins no more units: " + stopped.why());
            }
        } else if (news instanceof QueueNews.Twice twice) {
            problems.add("reported by this machine and by another one, because the queue server lost what it had"
                    + " accepted: " + names(twice.units()) + "; see docs/queue.md for what the server needs");
        } else if (news instanceof QueueNews.Trouble trouble) {
            listener.tell("mp: " + trouble.what());
        } else if (news instanceof QueueNews.Lost lost) {
            lose(lost.why());
        }
    }

    private boolean isInHand(Unit unit) {
        return local.running().contains(unit) || local.waiting().contains(unit);
    }

    private void lose(String why) {
        if (abandoned) {
            return;
        }
        List<Integer> missing = new ArrayList<>();
        for (int i = done.nextClearBit(0); i < units.size(); i = done.nextClearBit(i + 1)) {
            if (!unjudged.contains(i)) {
                missing.add(i);
            }
        }
        problems.add("the queue server is gone: " + why);
        if (!unjudged.isEmpty()) {
            problems.add(
                    "these ran here, but the server has not confirmed their results: " + names(List.copyOf(unjudged)));
        }
        if (!missing.isEmpty()) {
            problems.add("NOT RUN, as far as this machine knows: " + names(missing));
        }
        closed = true;
    }

    private String names(List<Integer> some) {
        List<String> names = some.stream()
                .limit(MOST_NAMED)
                .map(number -> units.get(number).name())
                .toList();
        String more = some.size() > MOST_NAMED ? " and " + (some.size() - MOST_NAMED) + " more" : "";
        return String.join(", ", names) + more;
    }

    /** Says how many units would be welcome: one for each idle worker, and some for those that are busy. */
    private void wish() {
        List<Unit> here = local.waiting();
        int busy = Math.max(1, local.runningCount());
        if (closed || abandoned || local.isIsolated() || here.size() >= MOST_AHEAD * (busy + hungry)) {
            link.want(0);
            return;
        }
        boolean allShort = !here.isEmpty() && here.stream().allMatch(shortOnes);
        // Where a worker is idle, what waits here is blocked by a lock.
        link.want(hungry > 0 ? hungry : Math.max(0, busy * (allShort ? SHORT_ONES_AHEAD : 1) - here.size()));
    }

    /** The result of a unit that has ended here; the listener will hear whether it counts. */
    public void finish(Unit unit, UnitResult result) {
        int number = number(unit);
        unjudged.add(number);
        own.add(number);
        link.finish(number, result.format());
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    /** Whether the run ends early, so that what is lost now can be run by another machine. */
    public boolean isAbandoned() {
        return abandoned;
    }

    /** Waits until the server has all results, and leaves the queue. */
    public void end() throws InterruptedException {
        link.close();
        link.takeNews().forEach(this::handle);
        // Better told twice than not at all; the run has failed.
        List.copyOf(unjudged).forEach(number -> listener.judged(units.get(number), true));
    }

    /** What went wrong with the queue, a sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The units whose results came from elsewhere, or are not there. */
    public List<Unit> elsewhere() {
        List<Unit> found = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (!own.contains(i)) {
                found.add(units.get(i));
            }
        }
        return found;
    }

    /** All units of the build. */
    public List<Unit> all() {
        return units;
    }

    private int number(Unit unit) {
        return Objects.requireNonNull(numbers.get(unit.name()), () -> "no unit of the queue: " + unit.name());
    }

    @Override
    public Optional<Unit> take(int worker, boolean unused) {
        return local.take(worker, unused);
    }

    @Override
    public boolean has(int worker, boolean unused) {
        boolean has = local.has(worker, unused);
        if (!has) {
            idle++;
            if (idle > hungry) {
                hungry = idle;
                wish();
            }
        }
        return has;
    }

    @Override
    public boolean wantsUnused(int worker) {
        return local.wantsUnused(worker);
    }

    @Override
    public boolean waitsForSetUp(int worker, boolean unused) {
        return local.waitsForSetUp(worker, unused);
    }

    @Override
    public void comes(int worker) {
        local.comes(worker);
    }

    @Override
    public void gone(int worker) {
        local.gone(worker);
    }

    @Override
    public boolean isIsolated() {
        return local.isIsolated();
    }

    @Override
    public void done(Unit unit) {
        local.done(unit);
    }

    @Override
    public void lost(Unit unit) {
        local.lost(unit);
    }

    @Override
    public void lost(Unit unit, Unit rest) {
        throw new IllegalStateException("what is left of " + unit.name() + " is not in the queue of all machines");
    }

    /** The others know the units of the plan alone, and a unit has one result. */
    @Override
    public boolean takesRests() {
        return false;
    }

    /** What waits for nobody in particular; the last ones are for whoever is free first. */
    @Override
    public Optional<Unit> takeAhead(int worker, Predicate<Unit> wanted) {
        return local.waitingCount() > Math.max(1, local.runningCount())
                ? local.takeAhead(worker, wanted)
                : Optional.empty();
    }

    @Override
    public void giveBack(Unit unit) {
        local.giveBack(unit);
    }

    @Override
    public void skipWaiting() {
        closed = true;
        local.skipWaiting();
        link.stop("tests failed on one machine, and the rest is skipped after so many failures");
    }

    @Override
    public List<Unit> waiting() {
        if (closed) {
            return List.of();
        }
        Set<Unit> running = new HashSet<>(local.running());
        List<Unit> waiting = new ArrayList<>();
        for (int i = done.nextClearBit(0); i < units.size(); i = done.nextClearBit(i + 1)) {
            if (!running.contains(units.get(i))) {
                waiting.add(units.get(i));
            }
        }
        return waiting;
    }

    @Override
    public int waitingCount() {
        if (closed) {
            return 0;
        }
        int open = units.size() - done.cardinality();
        for (Unit unit : local.running()) {
            open -= done.get(number(unit)) ? 0 : 1;
        }
        return open;
    }

    @Override
    public int runningCount() {
        return local.runningCount();
    }

    @Override
    public List<Unit> running() {
        return local.running();
    }

    @Override
    public int atOnce(int limit) {
        return Math.min(Math.min(most, limit), waitingCount() + runningCount());
    }
}

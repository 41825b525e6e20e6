package io.github.surefiremp.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the dispatcher takes units from; one thread owns it. */
public interface WorkQueue {
    /**
     * Takes the next unit that may run now and that the worker should have, which is then running; empty when there is
     * none.
     *
     * @param worker its number, which is its own until it is {@link #gone}
     * @param unused the worker has run nothing yet
     */
    Optional<Unit> take(int worker, boolean unused);

    /** Whether {@link #take} would give a unit now. */
    boolean has(int worker, boolean unused);

    /**
     * Whether a worker gets nothing, though a unit may run now, because what that needs is set up in others, which will
     * be done with it earlier.
     */
    default boolean waitsForSetUp(int worker, boolean unused) {
        return false;
    }

    /**
     * Whether the first unit that may run now and that the worker should have needs an unused worker, so that it is time
     * for a used one to make room.
     */
    boolean wantsUnused(int worker);

    /** The worker asks for units, or soon will. */
    default void comes(int worker) {}

    /** The worker takes no more units, and what is set up in it is lost; its number may be given again. */
    default void gone(int worker) {}

    /**
     * Whether the units that run now, or come next, belong to an isolated group, so that no other test of the Maven
     * session may run. It changes only when no unit is running.
     */
    boolean isIsolated();

    /** Takes in what other threads have brought, if units come from elsewhere. */
    default void refresh() {}

    /** The run ends early: what its workers lose from now on has not failed, and could be run elsewhere. */
    default void abandon() {}

    /** The unit ran to its end, whatever the outcome of its tests. */
    void done(Unit unit);

    /** The worker was lost while the unit ran. */
    void lost(Unit unit);

    /** Whether what is left of a lost unit can be run, see {@link #lost(Unit, Unit)}. */
    default boolean takesRests() {
        return true;
    }

    /**
     * The same, but what is left of the unit waits in its place.
     *
     * @param rest has the group, the strategy and the locks of the unit, and a name of its own
     */
    void lost(Unit unit, Unit rest);

    /**
     * The next unit for a worker that will begin it as soon as it has ended another one, which is then running; empty if
     * it may not run anywhere, at any time, or if it needs what the worker would have to set up.
     */
    Optional<Unit> takeAhead(int worker, Predicate<Unit> wanted);

    /** The worker was lost before it began the unit, which waits again where it did. */
    void giveBack(Unit unit);

    /** What is waiting will not run, because the user wants to stop after some failures. */
    void skipWaiting();

    /** Units that have not been taken, the next one first. */
    List<Unit> waiting();

    /** How many units have not been taken. */
    int waitingCount();

    /** How many units a worker has. */
    int runningCount();

    /** Units that a worker has. */
    List<Unit> running();

    /**
     * How many units could run at the same time with workers enough, those that run now included: at most, and now or
     * later.
     *
     * @param most more need not be counted
     */
    int atOnce(int most);
}

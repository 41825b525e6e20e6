package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WaitReason;
import io.github.surefiremp.model.WorkerEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the dispatcher knows of one worker. Owned by the dispatcher's thread. */
final class Seat {
    /** A worker's life. */
    enum State {
        /** The process was started and has not asked for anything yet; it may discover. */
        STARTING,
        /** It was asked what tests some classes have. */
        DISCOVERING,
        /** It has a unit. */
        RUNNING,
        /** It asked, and there was nothing for it yet. */
        IDLE,
        /** It was told that there is no more and repeats failed tests or cleans up. */
        FINISHING,
        /** It said bye and was answered. */
        LEAVING,
        /** The process is gone. */
        ENDED
    }

    private static final Map<State, Set<State>> ALLOWED = new EnumMap<>(Map.of(
            State.STARTING, EnumSet.of(State.IDLE, State.LEAVING, State.ENDED),
            State.DISCOVERING, EnumSet.of(State.IDLE, State.LEAVING, State.ENDED),
            State.IDLE, EnumSet.of(State.DISCOVERING, State.RUNNING, State.FINISHING, State.LEAVING, State.ENDED),
            State.RUNNING, EnumSet.of(State.IDLE, State.LEAVING, State.ENDED),
            State.FINISHING, EnumSet.of(State.LEAVING, State.ENDED),
            State.LEAVING, EnumSet.of(State.ENDED),
            State.ENDED, EnumSet.noneOf(State.class)));

    private final Worker worker;
    private State state = State.STARTING;
    private @Nullable Unit unit;
    private @Nullable Progress progress;
    private List<String> commands = List.of();
    private int nextCommand;
    /** Those that the worker has been told to run next, and will begin without waiting for an answer. */
    private final Deque<Unit> ahead = new ArrayDeque<>();

    private @Nullable WaitReason waitsFor;
    private boolean used;
    private boolean lostUnit;
    /** Why it is being ended though it runs; empty if it is not. */
    private String condemned = "";

    private @Nullable String trouble;
    private boolean spoiled;
    /** When it last changed its state, or told something that is not output. */
    private long lastSign;

    private boolean ended;
    private boolean dismissed;
    private final boolean first;

    /**
     * @param first it is the first of the run, which may discover before it asks for anything
     */
    Seat(Worker worker, boolean first) {
        this.worker = worker;
        this.first = first;
    }

    Worker worker() {
        return worker;
    }

    State state() {
        return state;
    }

    /** The one place where the state changes. */
    void become(State next) {
        if (!Objects.requireNonNull(ALLOWED.get(state)).contains(next)) {
            throw new IllegalStateException("worker " + worker.number() + " cannot go from " + state + " to " + next);
        }
        state = next;
    }

    /**
     * Gives the worker a unit; its first command is still to be sent.
     *
     * @param toSend what the worker is told, one command for each time it asks
     * @param now on the clock of the tests' time
     */
    void begin(Unit begun, List<String> toSend, long now) {
        become(State.RUNNING);
        waitsFor = null;
        unit = begun;
        progress = new Progress(begun, now);
        commands = List.copyOf(toSend);
        nextCommand = 0;
        used = true;
    }

    /** Why it has no unit; answers whether that is news. */
    boolean waitsFor(WaitReason reason) {
        boolean news = reason != waitsFor;
        waitsFor = reason;
        return news;
    }

    /** The worker was told of a unit that it has to run when it has ended what it was told before. */
    void tellAhead(Unit next) {
        ahead.addLast(next);
    }

    int aheadCount() {
        return ahead.size();
    }

    /** The worker begins what it was told ahead; null if it was told nothing. */
    @Nullable
    Unit beginNext(long now) {
        Unit next = ahead.pollFirst();
        if (next != null) {
            begin(next, List.of(), now);
        }
        return next;
    }

    /** Takes away what the worker was told ahead and has not begun. */
    List<Unit> leaveAhead() {
        List<Unit> left = List.copyOf(ahead);
        ahead.clear();
        return left;
    }

    /** Whether the worker has run nothing yet. */
    boolean isUnused() {
        return !used;
    }

    /** Takes the unit away, ended or lost. */
    Unit leaveUnit() {
        Unit left = Objects.requireNonNull(unit, "the worker has no unit");
        unit = null;
        progress = null;
        return left;
    }

    /** Takes the unit away, because the worker will not end it. */
    Unit loseUnit() {
        lostUnit = true;
        return leaveUnit();
    }

    boolean hasLostUnit() {
        return lostUnit;
    }

    boolean hasUnit() {
        return unit != null;
    }

    /** The worker told something of its unit, if it has one. */
    void told(ReportEvent event, long now) {
        if (progress != null) {
            progress.told(event, now);
        }
    }

    /** Ends the worker, whose unit is lost for this reason. */
    void condemn(String reason) {
        condemned = reason;
        endOnce(Worker::endHanging);
    }

    /** Why it was ended though it ran; empty if it was not. What it tells from then on does not count. */
    String condemned() {
        return condemned;
    }

    /** How far the worker has come with its unit, null if it has none. */
    @Nullable
    Progress progress() {
        return progress;
    }

    /** The next command of the unit, null when all have been sent. */
    @Nullable
    String nextCommand() {
        return unit == null || nextCommand == commands.size() ? null : commands.get(nextCommand++);
    }

    /** Ends the process, unless that was done before. */
    void endOnce(Consumer<Worker> end) {
        if (!ended) {
            ended = true;
            end.accept(worker);
        }
    }

    /** Ends a worker that has not begun and for which there will be no work; nobody has lost anything by it. */
    boolean dismissUnlessBegun() {
        if (state != State.STARTING || first) {
            return false;
        }
        dismissed = true;
        become(State.LEAVING);
        endOnce(Worker::kill);
        return true;
    }

    /** Whether the worker was ended before it had begun, so that its exit code says nothing. */
    boolean isDismissed() {
        return dismissed;
    }

    /** Whether what the worker tells does not count any more; its end does, and what it logs. */
    boolean ignores(WorkerEvent event) {
        if (event instanceof WorkerEvent.Ended) {
            return false;
        }
        boolean logs = event instanceof WorkerEvent.Reports told && told.event().kind() == ReportEvent.Kind.LOG;
        return dismissed || (!condemned.isEmpty() && !logs);
    }

    /** No other unit should run in the worker's JVM. */
    void isSpoiledFromNow() {
        spoiled = true;
    }

    boolean isSpoiled() {
        return spoiled;
    }

    /** The worker did or was told something. */
    void showsSign(long now) {
        lastSign = now;
    }

    /** When it last did or was told something. */
    long lastSign() {
        return lastSign;
    }

    /** What the worker said of its own failure, null if nothing. */
    @Nullable
    String trouble() {
        return trouble;
    }

    void hasTrouble(String text) {
        if (trouble == null) {
            trouble = text;
        }
    }
}

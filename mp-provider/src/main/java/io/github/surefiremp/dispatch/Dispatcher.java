package io.github.surefiremp.dispatch;

import io.github.surefiremp.dispatch.Seat.State;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WaitReason;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.model.WorkerEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out units, and notices when a worker is lost.
 *
 * <p>Story: all state belongs to the one thread that calls {@link #run}, that of its {@link Crew} and its {@link Stay}
 * included. Every other thread (each worker's readers, the coordinator's reader) only puts messages into a bounded
 * queue, and waits when it is full, so that a worker that floods its output is slowed down instead of filling the
 * memory. The run's thread never waits for another thread but through that queue. Invariants: a unit is handed to one
 * worker at a time; units run only while the Maven session lets this run in; a worker that leaves with a unit in hand
 * has lost it, and what of it had not begun waits again as a unit of its own; a worker that is ended because its test
 * takes too long has lost it as well, and what it tells from then on does not count; a run that ends with a unit not
 * done has a problem to tell. Shutdown: when the queue is empty each
 * worker that asks is told to finish; when the run is aborted all are killed; either way the run ends when every
 * process is gone and what they kept for each other is torn down. A worker that keeps a fixture is told to finish only
 * when that is done; in an aborted run it has some seconds for it.
 */
public final class Dispatcher {
    /** How many units a worker may be told of before it asks. */
    private static final int AHEAD = 3;

    private static final int MESSAGES = 1_024;
    private static final long TICK_MILLIS = 500;
    private static final int SECONDS_TO_TEAR_DOWN = 10;

    private final Limits limits;
    private final KeptFixtures fixtures;
    private final Discovery discovery;
    private final Planner plan;
    private final Function<Unit, List<String>> commands;
    private final RunObserver observer;
    private final Staff staff;

    private final BlockingQueue<Message> messages = new ArrayBlockingQueue<>(MESSAGES);
    private final Crew crew;
    private final Stay stay;
    private final List<String> problems = new ArrayList<>();
    private @Nullable WorkQueue queue;
    private int failures;
    private boolean skipping;
    private final Abort abort;
    private final Watch watch;
    private final Losses losses;
    private final AwakeClock awake;
    private final SlowTests slowTests;
    private final SlowWorkers slowWorkers;
    private final Consumer<String> notices;

    public Dispatcher(Limits limits, Surroundings around) {
        this.limits = limits;
        this.fixtures = around.fixtures();
        this.discovery = new Discovery(around.discovery());
        this.plan = around.plan();
        this.commands = around.commands();
        this.observer = around.observer();
        this.staff = around.staff();
        this.watch = new Watch(around.nanoClock(), limits.timeoutSeconds());
        this.abort = new Abort(fixtures, around.nanoClock());
        this.awake = new AwakeClock(around.nanoClock());
        this.slowTests = new SlowTests(around.testTimes());
        this.slowWorkers = new SlowWorkers(around.testTimes());
        this.notices = around.testTimes().notices();
        this.losses = new Losses(around.resumes());
        this.stay = new Stay(around.permits());
        this.crew = new Crew(
                limits.np(),
                around.launcher(),
                around.numbers(),
                (worker, event) -> put(new Message.FromWorker(worker, event)));
    }

    /** The coordinator grants a number. */
    public void granted(int number) {
        put(new Message.Granted(number));
    }

    /** The coordinator asks for a number back. */
    public void spareAsked() {
        put(new Message.SpareAsked());
    }

    /** The coordinator lets the run execute units. */
    public void entered() {
        put(new Message.Entered());
    }

    /** Another run waits until this one executes no unit. */
    public void yieldAsked() {
        put(new Message.YieldAsked());
    }

    /** Nobody waits for the run any more. */
    public void abandon(String reason) {
        put(new Message.Abandoned(reason));
    }

    /** Fixtures may have changed hands; never blocks. */
    public void fixturesChanged() {
        // If there is no room, what is handled next looks at them as well.
        boolean unused = messages.offer(new Message.FixturesChanged());
    }

    /** The queue may have something to take in; never blocks. */
    public void unitsChanged() {
        // If there is no room, what is handled next looks at it as well.
        boolean unused = messages.offer(new Message.UnitsChanged());
    }

    /**
     * Runs all units.
     *
     * @return what went wrong beside failed tests, empty if nothing did; then every unit ran to its end or was skipped
     *     because the user asked for it
     */
    public List<String> run() throws InterruptedException {
        watch.begin();
        awake.begin();
        try {
            serve();
            while (!isOver()) {
                Message message = messages.poll(Math.min(TICK_MILLIS, staff.patienceMillis()), TimeUnit.MILLISECONDS);
                awake.look();
                handle(message == null ? new Message.Tick() : message);
                watchTime();
                if (watch.isUpToDate(message) && !abort.hasBegun()) {
                    slowTests.endOverdue(crew.seats(), awake.nanos());
                    slowWorkers.endOverdue(crew.seats(), awake.nanos());
                }
                if (!changesNothing(message) || watch.mustServe()) {
                    serve();
                }
            }
        } finally {
            crew.seats().forEach(seat -> seat.worker().kill());
        }
        tellWhatDidNotRun();
        problems.addAll(fixtures.problems());
        return problems;
    }

    /** Most messages are reports of tests, which leave workers and units as they are. */
    private static boolean changesNothing(@Nullable Message message) {
        return message instanceof Message.FromWorker from && from.event() instanceof WorkerEvent.Reports;
    }

    private boolean isOver() {
        WorkQueue units = queue;
        if (abort.hasBegun()) {
            return crew.isEmpty() && abort.isOver();
        }
        return crew.isEmpty() && units != null && units.waitingCount() == 0 && !fixtures.areAlive();
    }

    private void put(Message message) {
        try {
            messages.put(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Message message) {
        if (message instanceof Message.FromWorker from) {
            Seat seat = crew.seatOf(from.worker());
            if (seat != null) {
                handle(seat, from.event());
            }
        } else if (message instanceof Message.Granted granted) {
            start(granted.number());
        } else if (message instanceof Message.SpareAsked) {
            crew.spareOne();
        } else if (message instanceof Message.Entered) {
            stay.entered();
        } else if (message instanceof Message.YieldAsked) {
            stay.yieldAsked();
        } else if (message instanceof Message.Abandoned abandoned) {
            // Maven waits for nothing any more; what a worker keeps is torn down by its shutdown hook.
            abort(abandoned.reason(), Worker::shutDown, 0);
        }
    }

    private void handle(Seat seat, WorkerEvent event) {
        int number = seat.worker().number();
        if (seat.ignores(event)) {
            return;
        }
        if (SlowWorkers.isSign(event)) {
            seat.showsSign(awake.nanos());
        }
        if (event instanceof WorkerEvent.Asks) {
            answer(seat);
        } else if (event instanceof WorkerEvent.Discovered discovered) {
            discovery.found(seat.worker(), discovered.classes()).ifPresent(this::plan);
        } else if (event instanceof WorkerEvent.Reports reports) {
            watch.reported(reports.event());
            seat.told(reports.event(), awake.nanos());
            observer.reported(number, reports.event());
        } else if (event instanceof WorkerEvent.CountsFailure) {
            countFailure();
        } else if (event instanceof WorkerEvent.Fails fails) {
            seat.hasTrouble(fails.text());
        } else if (event instanceof WorkerEvent.Spoiled spoiled) {
            seat.isSpoiledFromNow();
            forget(seat);
            if (spoiled.declines()) {
                seat.leaveAhead().forEach(unit -> units().giveBack(unit));
            }
            notices.accept("mp: " + spoiled.why() + "; worker " + number + " (pid "
                    + seat.worker().pid()
                    + ") is replaced. mp.freshJvm, or a group with freshJvm, keeps such classes apart.");
        } else if (event instanceof WorkerEvent.Bye) {
            leave(seat);
        } else if (event instanceof WorkerEvent.Ended ended) {
            end(seat, ended);
        }
    }

    private void plan(List<TestClass> classes) {
        try {
            WorkQueue planned = plan.plan(classes);
            queue = planned;
            observer.planned(planned.waiting());
        } catch (Planner.PlanException e) {
            abort(String.valueOf(e.getMessage()));
        }
    }

    private void answer(Seat seat) {
        if (abort.hasBegun()) {
            // It has been killed; what it would get now would count as lost and not as NOT RUN.
            return;
        }
        if (seat.state() == State.FINISHING || seat.state() == State.LEAVING) {
            // Some of Surefire's providers ask once more; the answer stays the same.
            seat.worker().finish();
            return;
        }
        if (seat.state() == State.STARTING) {
            observer.workerReady(seat.worker().number());
            if (seat.worker().isNew()) {
                staff.ready(seat.worker().number());
            }
        }
        if (seat.state() == State.STARTING || seat.state() == State.DISCOVERING) {
            seat.become(State.IDLE);
        }
        String next = seat.nextCommand();
        if (next != null) {
            seat.worker().run(next);
            return;
        }
        if (seat.hasUnit()) {
            Unit ended = seat.leaveUnit();
            seat.become(State.IDLE);
            units().done(ended);
            Unit begun = seat.beginNext(awake.nanos());
            if (begun != null) {
                tellAhead(seat);
            }
            observer.unitEnded(seat.worker().number(), ended);
            if (begun != null) {
                observer.unitStarted(seat.worker().number(), begun);
            }
        }
    }

    /** So a worker with short units does not wait between them until their reports have been handled here. */
    private void tellAhead(Seat seat) {
        // Whoever waits for this worker, or for the run, would wait longer; and what may be skipped must not be told.
        if (seat.isSpoiled()
                || limits.skipAfterFailures() > 0
                || abort.hasBegun()
                || crew.toSpare() > 0
                || !stay.goesOn()) {
            return;
        }
        WorkQueue units = units();
        // What is left when there is little to do is for whoever is free first.
        while (seat.aheadCount() < AHEAD
                && units.waitingCount() > AHEAD * limits.np()
                && !units.wantsUnused(seat.worker().number())) {
            // One class is one command, whatever runs it.
            Optional<Unit> next = units.takeAhead(
                    seat.worker().number(), unit -> unit.classes().size() == 1 && staff.isShort(unit));
            if (next.isEmpty()) {
                return;
            }
            seat.tellAhead(next.get());
            seat.worker().run(commands.apply(next.get()).get(0));
        }
    }

    /** Gives every idle worker what it can have, and sees to the number of workers. */
    private void serve() {
        watch.serves();
        WorkQueue units = queue;
        try {
            if (units != null) {
                units.refresh();
            }
            if (abort.hasBegun()) {
                abort.proceed(crew);
            } else if (units == null) {
                crew.idle().forEach(this::discover);
            } else {
                if (units.waitingCount() == 0 && units.runningCount() == 0) {
                    fixtures.end();
                }
                crew.coming().forEach(seat -> units.comes(seat.worker().number()));
                for (Seat seat : crew.idle()) {
                    serve(seat, units);
                }
                if (crew.isEmpty()) {
                    stay.withdraw();
                } else if (units.runningCount() == 0) {
                    stay.pause();
                }
            }
            crew.askForWorkers(abort.hasBegun() ? 0 : crew.wanted(limits, staff, queue));
            if (units != null && units.waitingCount() == 0) {
                crew.seats().forEach(Seat::dismissUnlessBegun);
            }
        } catch (IOException e) {
            abort("Maven's side of mp is gone: " + e.getMessage());
        }
    }

    private void discover(Seat seat) {
        discovery.next(seat.worker()).ifPresent(order -> {
            seat.become(State.DISCOVERING);
            seat.showsSign(awake.nanos());
            seat.worker().run(order);
        });
    }

    private void serve(Seat seat, WorkQueue units) throws IOException {
        int number = seat.worker().number();
        boolean stays = fixtures.isKeptBy(number);
        if (units.waitingCount() == 0) {
            if (stays) {
                waits(seat, WaitReason.FIXTURES);
            } else {
                finish(seat);
            }
            return;
        }
        if (seat.isSpoiled()) {
            if (stays) {
                waits(seat, WaitReason.FIXTURES);
            } else {
                finish(seat);
            }
            return;
        }
        if (!stays && crew.mustSpare()) {
            finish(seat);
            return;
        }
        boolean unused = seat.isUnused();
        if (!unused && !stays && units.wantsUnused(number) && !crew.hasUnused()) {
            // What comes next needs a JVM that ran nothing before, so this one makes room for it.
            finish(seat);
            return;
        }
        if (!units.has(number, unused)) {
            waits(seat, reason(number, unused, units));
        } else if (stay.mayStart(units.isIsolated(), units.runningCount() > 0)) {
            units.take(number, unused).ifPresent(unit -> begin(seat, unit));
        } else {
            waits(seat, WaitReason.PERMIT);
        }
    }

    private static WaitReason reason(int worker, boolean unused, WorkQueue units) {
        if (units.waitsForSetUp(worker, unused)) {
            return WaitReason.SET_UP;
        }
        if (units.wantsUnused(worker)) {
            return WaitReason.JVM;
        }
        return units.isIsolated() ? WaitReason.ISOLATION : WaitReason.LOCKS;
    }

    private void waits(Seat seat, WaitReason reason) {
        if (seat.waitsFor(reason)) {
            observer.workerWaits(seat.worker().number(), reason);
        }
    }

    private void begin(Seat seat, Unit unit) {
        seat.begin(unit, commands.apply(unit), awake.nanos());
        observer.unitStarted(seat.worker().number(), unit);
        String first = seat.nextCommand();
        if (first != null) {
            seat.worker().run(first);
        }
        tellAhead(seat);
    }

    private void finish(Seat seat) {
        forget(seat);
        seat.become(State.FINISHING);
        seat.showsSign(awake.nanos());
        observer.workerFinishes(seat.worker().number());
        seat.worker().finish();
    }

    /** The worker takes no unit any more. */
    private void forget(Seat seat) {
        WorkQueue units = queue;
        if (units != null) {
            units.gone(seat.worker().number());
        }
    }

    /** A worker said bye; with a unit in hand, or while it was starting, that is the end of a failure. */
    private void leave(Seat seat) {
        String reason = seat.trouble() == null
                ? "worker " + seat.worker().number() + " ended before its work did"
                : "worker " + seat.worker().number() + " failed:\n" + seat.trouble();
        boolean early = isEarly(seat);
        forget(seat);
        loseUnit(seat, reason, "");
        seat.become(State.LEAVING);
        seat.worker().acknowledgeBye();
        if (early) {
            abort(reason);
        }
    }

    private void end(Seat seat, WorkerEvent.Ended ended) {
        int number = seat.worker().number();
        boolean left = seat.state() == State.LEAVING;
        String reason = Losses.reason(seat, ended, left)
                + (seat.condemned().isEmpty() || seat.hasUnit() ? "" : SlowWorkers.mainThread(ended.threadDump()));
        boolean early = isEarly(seat);
        forget(seat);
        loseUnit(seat, reason, seat.condemned().isEmpty() ? "" : SlowTests.dump(ended.threadDump()));
        boolean lost = seat.hasLostUnit();
        observer.workerEnded(number, ended.exitCode());
        try {
            crew.dismiss(seat);
        } catch (IOException e) {
            abort("Maven's side of mp is gone: " + e.getMessage());
        }
        if (abort.hasBegun()) {
            return;
        }
        if (early) {
            abort(queue == null ? reason + "\nNo test could be run." : reason);
        } else if (seat.isDismissed()) {
            // Nobody waits for it, and that it was killed is nobody's fault.
            return;
        } else if (seat.isSpoiled() && !lost) {
            // It did its work; it is no crash, and does not count as one. What failed in it fails the build all the
            // same.
            if (seat.trouble() != null) {
                problems.add("worker " + number + ", which was replaced, failed at its end:\n" + seat.trouble());
            }
        } else if (!left || ended.exitCode() != 0 || lost) {
            if (!lost) {
                problems.add(reason);
            }
            replace();
        } else if (seat.trouble() != null) {
            problems.add("worker " + number + " failed:\n" + seat.trouble());
        }
    }

    /** Whether a worker that ends now has not begun with its work; something is wrong with all of them then. */
    private static boolean isEarly(Seat seat) {
        return seat.state() == State.STARTING || seat.state() == State.DISCOVERING;
    }

    private void replace() {
        boolean workIsLeft = queue == null || units().waitingCount() > 0;
        if (losses.areTooMany(limits.maxRestarts()) && workIsLeft) {
            abort("mp.maxWorkerRestarts=" + limits.maxRestarts() + ": " + losses.workers()
                    + " workers were lost, so the run stops here");
        }
    }

    private void loseUnit(Seat seat, String reason, String details) {
        seat.leaveAhead().forEach(unit -> units().giveBack(unit));
        if (!seat.hasUnit()) {
            return;
        }
        Progress progress = Objects.requireNonNull(seat.progress());
        Losses.Lost lost =
                losses.lose(seat.loseUnit(), progress, reason, details, seat.trouble() == null, units().takesRests());
        int number = seat.worker().number();
        Unit rest = abort.hasBegun() || skipping ? null : lost.rest();
        if (rest == null) {
            units().lost(lost.unit());
        } else {
            units().lost(lost.unit(), rest);
            observer.restPlanned(number, lost.unit(), rest);
        }
        observer.unitLost(number, lost.unit(), lost.reason());
        if (!abort.hasBegun()) {
            problems.add(lost.problem());
        }
    }

    private void start(int number) {
        boolean useful = !abort.hasBegun() && crew.able() < crew.wanted(limits, staff, queue);
        try {
            Worker worker = crew.start(number, useful || (crew.isEmpty() && !abort.hasBegun()));
            if (worker != null) {
                Objects.requireNonNull(crew.seatOf(worker)).showsSign(awake.nanos());
                observer.workerStarted(number, worker.pid());
            }
        } catch (IOException e) {
            abort("worker " + number + " cannot be started: " + e.getMessage());
        }
    }

    private void countFailure() {
        failures++;
        if (limits.skipAfterFailures() > 0 && failures >= limits.skipAfterFailures() && !skipping) {
            skipping = true;
            List<Unit> skipped = units().waiting();
            units().skipWaiting();
            crew.seats().forEach(seat -> seat.worker().skipRest());
            skipped.forEach(observer::unitSkipped);
        }
    }

    private void watchTime() {
        if (watch.mustPing()) {
            crew.seats().forEach(seat -> seat.worker().ping());
        }
        if (watch.isOverdue() && !abort.hasBegun()) {
            abort("forkedProcessTimeoutInSeconds=" + limits.timeoutSeconds()
                    + ": the tests took longer, counted from the first one, and were ended");
        }
    }

    private void abort(String problem) {
        abort(problem, Worker::kill, SECONDS_TO_TEAR_DOWN);
    }

    /**
     * @param patience for how many seconds workers that keep fixtures may go on to tear them down
     */
    private void abort(String problem, Consumer<Worker> end, int patience) {
        if (abort.begin(end, patience)) {
            problems.add(problem);
            WorkQueue units = queue;
            if (units != null) {
                units.abandon();
            }
            abort.proceed(crew);
        }
    }

    private void tellWhatDidNotRun() {
        WorkQueue units = queue;
        if (units == null || units.waitingCount() == 0) {
            return;
        }
        List<String> names = units.waiting().stream().map(Unit::name).toList();
        problems.add("NOT RUN: " + String.join(", ", names));
    }

    private WorkQueue units() {
        WorkQueue units = queue;
        if (units == null) {
            throw new IllegalStateException("a worker asked for a class before discovery had ended");
        }
        return units;
    }
}

package io.github.surefiremp.dispatch;

import io.github.surefiremp.dispatch.FakeWorker.Script;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WaitReason;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.model.WorkerEvent;
import io.github.surefiremp.schedule.SetUpPrices;
import io.github.surefiremp.schedule.UnitQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** A dispatcher among fakes: workers without processes, numbers without a coordinator, a clock that stands still. */
final class FakeRun implements WorkerLauncher, Numbers, SessionPermits, RunObserver {
    /** How many workers there should be; by default as many as there is work for. */
    Staff staff = Staff.ALL;

    /** A test may set another one after the dispatcher was made. */
    private final class Asked implements Staff {
        @Override
        public void ready(int worker) {
            staff.ready(worker);
        }

        @Override
        public int wanted(WorkQueue queue, int able, int starting) {
            return staff.wanted(queue, able, starting);
        }

        @Override
        public boolean isShort(Unit unit) {
            return staff.isShort(unit);
        }

        @Override
        public long patienceMillis() {
            return staff.patienceMillis();
        }
    }

    /** What units need, if a test says so. */
    SetUpPrices setUps;

    private final List<String> suite;
    private final IntFunction<Script> scripts;
    private final NavigableSet<Integer> free = new TreeSet<>();
    private int wanted;
    private Runnable later;
    private int laterIn;
    private FakeWorker slow;
    private int slowFor;

    final Dispatcher dispatcher;
    final List<FakeWorker> workers = new ArrayList<>();
    final List<Integer> wants = new ArrayList<>();
    final List<Integer> givenBack = new ArrayList<>();
    final List<String> observed = new ArrayList<>();
    /** What happens when a worker begins to wait. */
    Runnable whenWaiting = () -> {};

    /** Who waits for what, who was ready, who finished. */
    final List<String> states = new ArrayList<>();

    final List<String> endedUnits = new ArrayList<>();
    final List<String> lostUnits = new ArrayList<>();
    final List<String> skippedUnits = new ArrayList<>();
    final List<String> lossReasons = new ArrayList<>();
    int liveAtOnce;
    long clock;
    /** By how much it moves on whenever somebody looks. */
    long jump;

    final List<String> reasons = new ArrayList<>();
    /** What tests usually take. */
    OptionalLong usual = OptionalLong.empty();

    final List<String> notices = new ArrayList<>();
    private static final int TEST_SECONDS = 1_000;
    UnitQueue queue;
    /** What makes the plan fail, null for nothing. */
    String contradiction;
    /** Units that are not just a class, by the name of the class that discovery tells. */
    final Map<String, Unit> units = new HashMap<>();
    /** What was asked of the session: alone, shared or leave. */
    final List<String> permits = new ArrayList<>();
    /** Whether the session lets the run in at once. */
    boolean letsIn = true;

    boolean launchFails;
    boolean coordinatorIsGone;

    /**
     * @param suite test classes; each is a unit
     * @param numbers how many worker numbers there are
     * @param scripts what the first, second, ... worker does, counted from 0
     */
    FakeRun(Limits limits, int numbers, List<String> suite, IntFunction<Script> scripts) {
        this(limits, numbers, suite, scripts, List.of());
    }

    /** What workers keep for each other. */
    final FakeFixtures fixtures = new FakeFixtures();

    /** Fixtures that a test gives to workers; they are torn down when the test says so. */
    static final class FakeFixtures implements KeptFixtures {
        final Set<Integer> keepers = new HashSet<>();
        final List<String> problems = new ArrayList<>();
        /** What happens when the dispatcher asks for the end; by default all is torn down at once. */
        Runnable atEnd = keepers::clear;
        /** How often the dispatcher asked for the end. */
        int ends;
        /** What happens when the dispatcher asks for the end of those that are not being set up. */
        Runnable atAbandon = () -> {};

        @Override
        public boolean isKeptBy(int worker) {
            return keepers.contains(worker);
        }

        @Override
        public void end() {
            if (ends++ == 0) {
                atEnd.run();
            }
        }

        @Override
        public void abandonSetUps() {
            atAbandon.run();
        }

        @Override
        public boolean areAlive() {
            return !keepers.isEmpty();
        }

        @Override
        public List<String> problems() {
            return problems;
        }
    }

    /**
     * @param discovery what workers are told so that they discover
     */
    FakeRun(Limits limits, int numbers, List<String> suite, IntFunction<Script> scripts, List<String> discovery) {
        this.suite = suite;
        this.scripts = scripts;
        for (int number = 1; number <= numbers; number++) {
            free.add(number);
        }
        dispatcher = new Dispatcher(
                limits,
                new Surroundings(
                        this,
                        this,
                        this,
                        fixtures,
                        discovery,
                        this::plan,
                        Unit::classes,
                        true,
                        testTimes(),
                        this,
                        new Asked(),
                        this::turn));
    }

    FakeRun(int np, List<String> suite, IntFunction<Script> scripts) {
        this(new Limits(np, 0, 0, 4, 1), np, suite, scripts);
    }

    private TestTimes testTimes() {
        return new TestTimes(TEST_SECONDS, (className, method) -> usual, notices::add);
    }

    List<String> run() {
        try {
            return dispatcher.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private WorkQueue plan(List<TestClass> classes) throws Planner.PlanException {
        if (contradiction != null) {
            throw new Planner.PlanException(contradiction);
        }
        queue = new UnitQueue(
                classes.stream()
                        .map(type -> units.getOrDefault(type.name(), new Unit(type.name(), List.of(type.name()))))
                        .toList(),
                setUps);
        return queue;
    }

    List<String> unitsNotRun() {
        return queue.waiting().stream().map(Unit::name).toList();
    }

    /** A worker whose process is slow to end: the dispatcher turns a few times more until it has. */
    void endLater(FakeWorker worker, int turns) {
        slow = worker;
        slowFor = turns;
    }

    /** Does something when the dispatcher has turned a few times. */
    void afterTurns(int turns, Runnable action) {
        later = action;
        laterIn = turns;
    }

    private long turn() {
        clock += jump;
        Runnable due = later;
        if (due != null && laterIn-- == 0) {
            later = null;
            due.run();
        }
        if (slow != null && slowFor-- == 0) {
            slow.ends(0, "");
            slow = null;
        }
        return clock;
    }

    FakeWorker worker(int index) {
        return workers.get(index);
    }

    @Override
    public Worker launch(int number, boolean discovers, BiConsumer<Worker, WorkerEvent> events) throws IOException {
        if (launchFails) {
            throw new IOException("no such java");
        }
        Script script = scripts.apply(workers.size());
        FakeWorker worker = new FakeWorker(number, script, events);
        workers.add(worker);
        liveAtOnce = Math.max(
                liveAtOnce, (int) workers.stream().filter(one -> !one.isGone()).count());
        script.launched(worker, suite, discovers);
        return worker;
    }

    @Override
    public void want(int more) throws IOException {
        mustLive();
        wants.add(more);
        wanted = more;
        grant();
    }

    @Override
    public void giveBack(int number) throws IOException {
        mustLive();
        givenBack.add(number);
        if (!free.add(number)) {
            throw new IllegalStateException("number " + number + " was given back though nobody had it");
        }
        grant();
    }

    @Override
    public void enter(boolean alone) throws IOException {
        mustLive();
        permits.add(alone ? "alone" : "shared");
        if (letsIn) {
            dispatcher.entered();
        }
    }

    @Override
    public void leave() throws IOException {
        mustLive();
        permits.add("leave");
    }

    private void mustLive() throws IOException {
        if (coordinatorIsGone) {
            throw new IOException("connection reset");
        }
    }

    private void grant() {
        while (wanted > 0 && !free.isEmpty()) {
            wanted--;
            dispatcher.granted(free.pollFirst());
        }
    }

    @Override
    public void planned(List<Unit> planned) {}

    @Override
    public void workerStarted(int worker, long pid) {
        observed.add("worker " + worker + " started as " + pid);
    }

    @Override
    public void workerReady(int worker) {
        states.add("worker " + worker + " ready");
    }

    @Override
    public void workerWaits(int worker, WaitReason reason) {
        states.add("worker " + worker + " waits for " + reason);
        Runnable due = whenWaiting;
        whenWaiting = () -> {};
        due.run();
    }

    @Override
    public void workerFinishes(int worker) {
        states.add("worker " + worker + " finishes");
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        observed.add("worker " + worker + " got " + unit.name());
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        if (event.kind() == ReportEvent.Kind.PASSED) {
            observed.add("worker " + worker + " passed " + event.className());
        }
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        observed.add("worker " + worker + " ended " + unit.name());
        endedUnits.add(unit.name());
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        observed.add("worker " + worker + " lost " + unit.name());
        lostUnits.add(unit.name());
        reasons.add(reason);
        lossReasons.add(reason);
    }

    @Override
    public void unitSkipped(Unit unit) {
        observed.add("skipped " + unit.name());
        skippedUnits.add(unit.name());
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        observed.add("worker " + worker + " ended with " + exitCode);
    }
}

package io.github.surefiremp.provider;

import io.github.surefiremp.dispatch.Staff;
import io.github.surefiremp.forecast.Seconds;
import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.remember.StartCost;
import io.github.surefiremp.schedule.Staffing;
import io.github.surefiremp.schedule.Staffing.Decision;
import io.github.surefiremp.schedule.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides how many workers a run has, again and again while more are allowed: brings what is known of the units, what
 * their workers use and what a start costs to {@link Staffing}, and tells the user. For the run's thread.
 */
final class Staffer implements Staff, RunObserver {
    /** What a JVM's first set-up costs where that was never measured: the classes of a framework such as Spring. */
    private static final int USUAL_FIRST_SET_UP_CPU = 3_000;

    /** So long may a unit wait for its worker while others are idle. */
    private static final double SHORT_MILLIS = 50;

    private static final long SOON_MILLIS = 50;
    private static final long LATER_MILLIS = 250;
    private static final long BEGINNING_MILLIS = 3_000;
    private static final long NEWS_MILLIS = 500;
    private static final double LEAST_NEWS_MILLIS = 500;

    private final int np;
    private final boolean all;
    private final int cores;
    private final Workload workload;
    private final StartCost known;
    private final boolean firstDiscovers;
    private final SetUpUse setUps;
    private final CpuMeter meter;
    private final LongSupplier nanoClock;
    private final Consumer<String> info;
    private final BiConsumer<Integer, String> record;

    private final Map<Integer, Long> startedAt = new HashMap<>();
    private final Set<Integer> live = new HashSet<>();
    private StartCost seen = StartCost.UNKNOWN;
    private int starts;
    private int most;
    private long plannedAt;
    private @Nullable Decision decision;
    private int first;
    private String why = "";
    private long lookedAt;
    private boolean looked;
    private boolean undecided;
    private LongConsumer left = millis -> {};
    private double toldLeft = -1;
    private long toldLeftAt;

    /**
     * @param all there are as many workers as there is work for, whatever they cost
     * @param known what a start costs by earlier runs
     * @param firstDiscovers whether the first worker discovers before it asks for work
     * @param setUps what units need beside their tests
     * @param info tells the user
     * @param record gets each number of workers that is decided on, with the reason
     */
    Staffer(
            int np,
            boolean all,
            int cores,
            Workload workload,
            StartCost known,
            boolean firstDiscovers,
            SetUpUse setUps,
            CpuMeter meter,
            LongSupplier nanoClock,
            Consumer<String> info,
            BiConsumer<Integer, String> record) {
        this.np = np;
        this.all = all;
        this.cores = cores;
        this.workload = workload;
        this.known = known;
        this.firstDiscovers = firstDiscovers;
        this.setUps = setUps;
        this.meter = meter;
        this.nanoClock = nanoClock;
        this.info = info;
        this.record = record;
    }

    /**
     * Sets who is told how much work is left, now and then.
     *
     * @param told gets milliseconds, as one worker alone would need
     */
    void tellsLeft(LongConsumer told) {
        left = told;
    }

    private void tellLeft(Workload.Left now, long at) {
        if (toldLeft < 0 || Math.abs(now.workMillis() - toldLeft) > Math.max(LEAST_NEWS_MILLIS, toldLeft / 5)) {
            toldLeft = now.workMillis();
            left.accept(Math.round(toldLeft));
        }
        toldLeftAt = at;
    }

    /** How many workers would shorten the run if all of that were to be done, before anything is there. */
    static int atFirst(int np, int cores, double workMillis, double longestMillis, double cpuShare, StartCost start) {
        return Staffing.decide(new Staffing.Facts(
                        np,
                        cores,
                        0,
                        0,
                        np,
                        workMillis,
                        longestMillis,
                        cpuShare,
                        JvmCosts.startMillis(start),
                        JvmCosts.startCpuMillis(start)))
                .workers();
    }

    /**
     * What a plan says of the number of workers.
     *
     * @param why in words
     */
    record Planned(int workers, String why) {}

    /**
     * How many workers there will be, as it is decided when the units are known.
     *
     * @param all there are as many workers as there is work for
     * @param ready those that are there by then
     */
    static Planned planned(
            int np,
            boolean all,
            int cores,
            int ready,
            WorkQueue queue,
            Workload workload,
            StartCost start,
            double setUpMillis) {
        Workload.Left left = workload.left(
                        queue.waiting(),
                        0,
                        worker -> Measurement.UNKNOWN,
                        JvmCosts.startMillis(start),
                        JvmCosts.startCpuMillis(start))
                .plus(setUpMillis, JvmCosts.SET_UP_SHARE);
        int atOnce = queue.atOnce(np);
        if (all) {
            return new Planned(Math.min(np, Math.max(1, queue.waitingCount())), "as many as there is work for");
        }
        if (left.estimated()) {
            return new Planned(ready, left.tests() + " tests, and it is not known how long they take");
        }
        Decision decision = Staffing.decide(new Staffing.Facts(
                np,
                cores,
                ready,
                0,
                atOnce,
                left.workMillis(),
                left.longestMillis(),
                left.cpuShare(),
                left.fresh() ? 0 : JvmCosts.startMillis(start),
                left.fresh() ? 0 : JvmCosts.startCpuMillis(start)));
        return new Planned(decision.workers(), sentence(left, decision, atOnce, start, cores));
    }

    /** What a start cost in this run, at least. */
    StartCost seenStart() {
        return seen;
    }

    @Override
    public void ready(int worker) {
        Long since = startedAt.get(worker);
        if (since == null || (firstDiscovers && starts == 1)) {
            return;
        }
        long took = now() - since;
        // Several that start at the same time are slower; what one alone takes is what counts.
        if (seen.millis() < 0 || took < seen.millis()) {
            seen = new StartCost(took, meter.used(worker));
        }
    }

    @Override
    public int wanted(WorkQueue queue, int workers, int starting) {
        long now = now();
        Decision last = decision;
        if (looked && now - lookedAt < SOON_MILLIS) {
            return current();
        }
        looked = true;
        lookedAt = now;
        int atOnce = all ? 0 : queue.atOnce(np);
        undecided = workers + starting < Math.min(np, atOnce);
        boolean decides = !all && (last == null || undecided);
        if (!decides && toldLeft >= 0 && now - toldLeftAt < NEWS_MILLIS) {
            return current();
        }
        StartCost start = start();
        List<Unit> waiting = queue.waiting();
        Workload.Left left = workload.left(
                        waiting, now, meter::millis, JvmCosts.startMillis(start), JvmCosts.startCpuMillis(start))
                .plus(unpaidMillis(start, waiting), Math.max(JvmCosts.SET_UP_SHARE, workload.setUpShare()));
        tellLeft(left, now);
        if (!decides) {
            return current();
        }
        Decision next = Staffing.decide(new Staffing.Facts(
                np,
                cores,
                workers,
                starting,
                atOnce,
                left.workMillis(),
                left.longestMillis(),
                left.cpuShare(),
                left.fresh() ? 0 : JvmCosts.startMillis(start),
                left.fresh() ? 0 : Math.max(JvmCosts.startCpuMillis(start), firstSetUpCpu(start))));
        decision = next;
        if (last == null) {
            first = next.workers();
            boolean nothingKnown = left.estimated() && most <= 1 && next.workers() <= 1;
            why = nothingKnown
                    ? left.tests() + " tests, and it is not known how long they take"
                    : sentence(left, next, atOnce, start, cores);
            info.accept("mp: np=" + np + ", " + workers(first) + (nothingKnown ? " to begin with: " : ": ") + why);
            record.accept(first, why);
        } else if (next.workers() > last.workers()) {
            why = sentence(left, next, atOnce, start, cores);
            record.accept(next.workers(), why);
        }
        return next.workers();
    }

    /**
     * What is still to be set up. In a first run that counts when one set-up is done: before it is not known what a
     * worker costs that has to load a framework first.
     */
    private double unpaidMillis(StartCost start, List<Unit> waiting) {
        return start.warmUpCpuMillis() < 0 && workload.setUpShare() < 0 ? 0 : setUps.unpaidMillis(waiting);
    }

    /**
     * In a first run with set-ups: what it takes until a new JVM has one of them, with all the classes that it loads for
     * that.
     */
    private double firstSetUpCpu(StartCost start) {
        if (start.warmUpCpuMillis() >= 0 || !setUps.areThere()) {
            return 0;
        }
        return JvmCosts.startCpuMillis(start) + Math.max(USUAL_FIRST_SET_UP_CPU, workload.longestSetUpCpuMillis());
    }

    private int current() {
        Decision last = decision;
        return last == null ? Integer.MAX_VALUE : last.workers();
    }

    private static String sentence(Workload.Left left, Decision next, int atOnce, StartCost start, int cores) {
        String work = left.tests() + " tests of about " + Seconds.text(left.workMillis()) + " in all";
        return work
                + switch (next.limit()) {
                    case NP -> "";
                    case UNITS -> ", of which no more than " + atOnce + " units can run at the same time";
                    case LONGEST -> ", of which " + Seconds.text(left.longestMillis()) + " cannot be spread";
                    case CORES -> ", which keep " + (cores == 1 ? "the core" : "all " + cores + " cores") + " busy";
                    case START ->
                        ", another JVM costs "
                                + Seconds.text(Math.max(JvmCosts.startMillis(start), JvmCosts.startCpuMillis(start)));
                };
    }

    /** Tells the user if it was not as it was told at first. */
    void end() {
        Decision last = decision;
        if (last == null || most == first) {
            return;
        }
        info.accept("mp: np=" + np + ", " + workers(most) + " in the end"
                + (most < first
                        ? ", because there was no time or no number for more"
                        : why.isEmpty() ? "" : ": when the last one was asked for, " + why));
    }

    @Override
    public boolean isShort(Unit unit) {
        return workload.isShort(unit, SHORT_MILLIS);
    }

    @Override
    public long patienceMillis() {
        if (!undecided) {
            return Long.MAX_VALUE;
        }
        return now() - plannedAt < BEGINNING_MILLIS ? SOON_MILLIS : LATER_MILLIS;
    }

    private StartCost start() {
        if (seen.millis() < 0 || seen.cpuMillis() < 0) {
            return known;
        }
        boolean better = known.millis() < 0 || seen.millis() < known.millis();
        return better ? seen.with(known.warmUpMillis(), known.warmUpCpuMillis(), known.readyMillis()) : known;
    }

    private static String workers(int count) {
        return count + (count == 1 ? " worker" : " workers");
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong());
    }

    @Override
    public void planned(List<Unit> units) {
        plannedAt = now();
    }

    @Override
    public void workerStarted(int worker, long pid) {
        starts++;
        startedAt.put(worker, now());
        meter.started(worker, pid);
        live.add(worker);
        most = Math.max(most, live.size());
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        double millis = setUps.setUpMillis(worker);
        workload.began(
                worker,
                unit,
                now(),
                meter.millis(worker),
                !setUps.setsUp(worker).isEmpty(),
                millis);
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        if (event.kind() == ReportEvent.Kind.TEST_STARTED && workload.isSettingUp(worker)) {
            workload.testBegan(worker, now(), meter.millis(worker));
        }
        if (event.kind().endsTest() && !event.rerun()) {
            workload.tested(worker);
        }
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        workload.ended(worker, now(), meter.millis(worker));
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        workload.ended(worker, now(), meter.millis(worker));
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        workload.gone(worker);
        meter.ended(worker);
        live.remove(worker);
        startedAt.remove(worker);
    }
}

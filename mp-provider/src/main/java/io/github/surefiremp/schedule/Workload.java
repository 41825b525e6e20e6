package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * How much work a run has left, from what is known of its units and from what it has seen so far.
 *
 * <p>What is known is corrected by how long units take today. What is not known is estimated from the tests that ended
 * and from how long those already last that have not: each counts as its test's share of all the time spent. Before a
 * JVM has run anything, it burns CPU for loading classes and compiling, which says nothing of what comes; while it
 * waits for something, that is the tests. So a new JVM has some CPU time for nothing, and no waiting.
 *
 * <p>A state machine without a clock, for one thread; all times are milliseconds.
 */
public final class Workload {
    /** What running its first tests costs a JVM beside the tests, in CPU time. */
    static final double WARM_UP_CPU = 700;
    /** Reading a class file may wait, too. */
    static final double WARM_UP_WAIT = 50;
    /** A test that runs counts as so much of one that ended, so that there is an estimate before the first one has. */
    private static final double RUNNING_TEST = 0.5;
    /** How much of what earlier runs said is outweighed by what is seen today. */
    private static final double WEIGHT_OF_KNOWN = 2_000;

    private static final double WEIGHT_OF_UNKNOWN = 30;
    private static final double WEIGHT_OF_CORRECTION = 500;
    /** From so many on, those that ended say something of others. */
    private static final int UNITS_THAT_TELL = 5;
    /** What runs longer than expected goes on for so much of the time that it already took. */
    private static final double REST_OF_LATE = 0.2;

    private final Function<Unit, Forecast> forecasts;
    private final double knownShare;
    private final double warmUpMillis;
    /** By identity: units are asked for often, and have long names. */
    private final Map<Unit, Forecast> known = new IdentityHashMap<>();

    private final Map<Integer, Hand> hands = new HashMap<>();
    private int testsEnded;
    private int unitsEnded;
    private double busyOfEnded;
    private double expectedOfEnded;
    private double actualOfEnded;
    private double longestSetUpCpu;
    private double setUpCpu;
    private double setUpWall;
    private double waitedOfGone;
    private double workedOfGone;
    private double busyOfGone;
    private double cpuOfGone;

    /**
     * What is known of a unit before it runs.
     *
     * @param millis how long it will take, negative if unknown
     * @param tests how many tests it has
     */
    public record Forecast(double millis, int tests) {
        boolean isKnown() {
            return millis >= 0;
        }
    }

    /**
     * What is left.
     *
     * @param workMillis in all, as one worker alone would need for it
     * @param longestMillis the longest part of it that cannot be spread
     * @param cpuShare how many cores a worker keeps busy on average
     * @param tests of units that wait or run
     * @param estimated whether nothing was known before, so that all of it is from what was seen
     * @param fresh whether all that waits needs fresh JVMs, whose start is in the work
     */
    public record Left(
            double workMillis, double longestMillis, double cpuShare, int tests, boolean estimated, boolean fresh) {
        /**
         * With set-ups.
         *
         * @param setUpMillis how long they take
         * @param setUpShare how many cores they keep busy
         */
        public Left plus(double setUpMillis, double setUpShare) {
            double work = workMillis + setUpMillis;
            double share = work > 0 ? (workMillis * cpuShare + setUpMillis * setUpShare) / work : cpuShare;
            return new Left(work, longestMillis, share, tests, estimated, fresh);
        }
    }

    /** What a worker has done. */
    private static final class Hand {
        final long cpuBefore;
        double busy;
        double cpu;
        Unit unit;
        long since;
        int tests;
        /** What its unit takes longer than it would in a JVM that has run others, and has its set-ups. */
        double once;
        /** What its set-ups took before their first tests, in CPU time. */
        double setUpCpu;

        boolean settingUp;
        double cpuBeforeUnit;

        Hand(long cpuBefore, Unit unit) {
            this.cpuBefore = cpuBefore;
            this.unit = unit;
        }

        /** Where the system does not tell, it could be either: then half of the time is waiting. */
        void read(long cpuNow, double busyNow) {
            cpu = cpuNow < 0 || cpuBefore < 0 ? busyNow / 2 : cpuNow - cpuBefore;
        }

        double waited(double busyNow) {
            return Math.max(0, busyNow - cpu - WARM_UP_WAIT);
        }

        double worked() {
            return Math.max(0, cpu - WARM_UP_CPU - setUpCpu - (settingUp ? Math.max(0, cpu - cpuBeforeUnit) : 0));
        }
    }

    /**
     * @param forecasts what is known of a unit
     * @param knownShare how many cores a worker kept busy on average in earlier runs; negative if unknown
     * @param warmUpMillis how much longer the first unit of a JVM takes than what is known of it
     */
    public Workload(Function<Unit, Forecast> forecasts, double knownShare, double warmUpMillis) {
        this.forecasts = forecasts;
        this.knownShare = knownShare;
        this.warmUpMillis = warmUpMillis;
    }

    /**
     * A worker got a unit.
     *
     * @param cpu what the worker had used in all, negative if unknown
     * @param setsUp whether it lacks set-ups of the unit
     * @param setUpMillis how long they should take
     */
    public void began(int worker, Unit unit, long now, long cpu, boolean setsUp, double setUpMillis) {
        Hand before = hands.get(worker);
        Hand hand = before == null ? new Hand(cpu, unit) : before;
        hands.put(worker, hand);
        hand.once = setUpMillis + (before == null ? warmUpMillis : 0);
        hand.read(cpu, hand.busy);
        hand.settingUp = setsUp;
        hand.cpuBeforeUnit = hand.cpu;
        hand.unit = unit;
        hand.since = now;
        hand.tests = 0;
    }

    /** Whether the worker has a unit that had to set something up, and of which no test has begun. */
    public boolean isSettingUp(int worker) {
        Hand hand = hands.get(worker);
        return hand != null && hand.settingUp;
    }

    /**
     * A test of the worker's unit began; what its JVM did before the first one says nothing of the tests if it had to
     * set something up.
     *
     * @param cpu what the worker has used in all, negative if unknown
     */
    public void testBegan(int worker, long now, long cpu) {
        Hand hand = hands.get(worker);
        if (hand != null && hand.settingUp) {
            hand.settingUp = false;
            hand.read(cpu, hand.busy + (now - hand.since));
            double took = Math.max(0, hand.cpu - hand.cpuBeforeUnit);
            setUpCpu += took;
            setUpWall += now - hand.since;
            hand.setUpCpu += took;
            longestSetUpCpu = Math.max(longestSetUpCpu, took);
        }
    }

    /** What the most costly set-up of this run took in CPU time, which is that of a JVM that had run nothing; or 0. */
    public double longestSetUpCpuMillis() {
        return longestSetUpCpu;
    }

    /** How many cores set-ups kept busy in this run, on average; negative if none has ended. */
    public double setUpShare() {
        return setUpWall > 0 ? setUpCpu / setUpWall : -1;
    }

    /** A test of the worker's unit ended. */
    public void tested(int worker) {
        Hand hand = hands.get(worker);
        if (hand != null) {
            hand.tests++;
            testsEnded++;
        }
    }

    /**
     * The worker's unit ended, or was lost.
     *
     * @param cpu what the worker had used in all, negative if unknown
     */
    public void ended(int worker, long now, long cpu) {
        Hand hand = hands.get(worker);
        if (hand == null || hand.since < 0) {
            return;
        }
        double took = now - hand.since;
        hand.busy += took;
        busyOfEnded += took;
        unitsEnded++;
        hand.since = -1;
        hand.settingUp = false;
        hand.read(cpu, hand.busy);
        Forecast forecast = forecast(hand.unit);
        if (forecast.isKnown()) {
            expectedOfEnded += forecast.millis() + hand.once;
            actualOfEnded += took;
        }
        known.remove(hand.unit);
    }

    /**
     * Whether a unit will probably take no longer than that, by what is known of it, or by how long tests took so far.
     *
     * @param millis at most
     */
    public boolean isShort(Unit unit, double millis) {
        Forecast forecast = forecast(unit);
        if (forecast.isKnown()) {
            double correction = (actualOfEnded + WEIGHT_OF_CORRECTION) / (expectedOfEnded + WEIGHT_OF_CORRECTION);
            return forecast.millis() * Math.max(1, correction) <= millis;
        }
        return unitsEnded >= UNITS_THAT_TELL && busyOfEnded / Math.max(1, testsEnded) * forecast.tests() <= millis;
    }

    /** The worker's process is gone; what it did stays known, and its number may be given again. */
    public void gone(int worker) {
        Hand hand = hands.remove(worker);
        if (hand != null) {
            waitedOfGone += hand.waited(hand.busy);
            workedOfGone += hand.worked();
            busyOfGone += hand.busy;
            cpuOfGone += hand.cpu;
        }
    }

    /**
     * What is left now.
     *
     * @param waiting units that no worker has
     * @param cpuOf what a worker has used in all until now, negative if unknown
     * @param startMillis what a fresh JVM takes to start
     * @param startCpuMillis what that costs in CPU time
     */
    public Left left(
            Collection<Unit> waiting, long now, IntToLongFunction cpuOf, double startMillis, double startCpuMillis) {
        Seen seen = look(now, cpuOf);
        Sum sum = new Sum();
        hands.values().stream().filter(hand -> hand.since >= 0).forEach(hand -> {
            double elapsed = now - hand.since;
            Forecast forecast = forecast(hand.unit);
            double rest = forecast.isKnown()
                    ? Math.max((forecast.millis() + hand.once) * seen.correction() - elapsed, REST_OF_LATE * elapsed)
                    : Math.max(forecast.tests() - hand.tests, RUNNING_TEST) * seen.perTest();
            sum.add(hand.unit, rest, Math.max(0, forecast.tests() - hand.tests));
            sum.anyKnown |= forecast.isKnown();
        });
        int fresh = 0;
        for (Unit unit : waiting) {
            Forecast forecast = forecast(unit);
            double millis = forecast.isKnown()
                    ? forecast.millis() * seen.correction()
                    : Math.max(1, forecast.tests()) * seen.perTest();
            fresh += unit.freshJvm() ? 1 : 0;
            sum.add(unit, millis + (unit.freshJvm() ? startMillis : 0), forecast.tests());
            sum.anyKnown |= forecast.isKnown();
        }
        double tests = sum.work - fresh * startMillis;
        double share = fresh == 0
                ? seen.cpuShare()
                : (tests * seen.cpuShare() + fresh * startCpuMillis) / Math.max(1, sum.work);
        return new Left(sum.work, sum.longest, share, sum.tests, !sum.anyKnown, fresh > 0 && fresh == waiting.size());
    }

    private static final class Sum {
        private final Map<String, Double> chains = new HashMap<>();
        double work;
        double longest;
        int tests;
        boolean anyKnown;

        void add(Unit unit, double millis, int some) {
            work += millis;
            tests += some;
            longest = Math.max(longest, millis);
            // Whoever writes the same lock runs one after another.
            for (LockNeed lock : unit.locks()) {
                if (lock.write()) {
                    longest = Math.max(longest, chains.merge(lock.key(), millis, Double::sum));
                }
            }
        }
    }

    private record Seen(double perTest, double cpuShare, double correction) {}

    private Seen look(long now, IntToLongFunction cpuOf) {
        double busyInAll = busyOfGone;
        double cpuInAll = cpuOfGone;
        double waited = waitedOfGone;
        double worked = workedOfGone;
        double late = 0;
        double lateExpected = 0;
        for (Map.Entry<Integer, Hand> entry : hands.entrySet()) {
            Hand hand = entry.getValue();
            double busy = hand.busy;
            if (hand.since >= 0) {
                double elapsed = now - hand.since;
                busy += elapsed;
                Forecast forecast = forecast(hand.unit);
                double expected = forecast.millis() + hand.once;
                if (forecast.isKnown() && elapsed > expected) {
                    late += elapsed;
                    lateExpected += expected;
                }
                hand.read(cpuOf.applyAsLong(entry.getKey()), busy);
            }
            busyInAll += busy;
            cpuInAll += hand.cpu;
            waited += hand.waited(busy);
            worked += hand.worked();
        }
        // Tests that keep one core busy, and their JVM another one, such as with compiling, take no longer for that.
        double inTests = Math.max(0, busyInAll - setUpWall);
        double perTest = Math.min(waited + worked, Math.max(inTests, WEIGHT_OF_UNKNOWN)) / (testsEnded + RUNNING_TEST);
        double share = knownShare >= 0
                ? (knownShare * WEIGHT_OF_KNOWN + cpuInAll) / (WEIGHT_OF_KNOWN + busyInAll)
                : Math.max(
                        (WEIGHT_OF_UNKNOWN + worked) / (WEIGHT_OF_UNKNOWN + worked + waited),
                        worked / (WEIGHT_OF_UNKNOWN + inTests));
        if (setUpWall > 0) {
            // A JVM that loads a framework goes on compiling it while tests run.
            share = Math.max(share, cpuInAll / Math.max(1, busyInAll));
        }
        double correction =
                (actualOfEnded + late + WEIGHT_OF_CORRECTION) / (expectedOfEnded + lateExpected + WEIGHT_OF_CORRECTION);
        return new Seen(perTest, share, correction);
    }

    private Forecast forecast(Unit unit) {
        return known.computeIfAbsent(unit, forecasts);
    }
}

package io.github.surefiremp.provider;

import io.github.surefiremp.forecast.Advice;
import io.github.surefiremp.forecast.Bound;
import io.github.surefiremp.forecast.Conditions;
import io.github.surefiremp.forecast.Review;
import io.github.surefiremp.forecast.UnitWork;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.remember.StartCost;
import io.github.surefiremp.schedule.SetUpPrices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a run was like, and tells it at the end: how well the workers were used, what kept the run from being
 * shorter, and what would help most. For the run's thread.
 */
final class EndOfRun implements RunObserver {
    /**
     * An advice is found by playing the run, which takes Maven's JVM 0.1 to 0.4 s. That must not show: a short run gets
     * none, and neither does one with so many units that it would take longer.
     */
    private static final double ADVICE_FROM_MILLIS = 10_000;

    private static final int MOST_UNITS = 1_000;
    /** Of a unit's time is left whatever its set-ups should have cost. */
    private static final double LEAST_PART = 0.1;

    private final int np;
    private final int cores;
    private final SetUpUse setUps;
    private final LongSupplier nanoClock;
    private final IntToLongFunction cpuMillis;
    private final long begun;
    private final Map<Integer, Begun> open = new HashMap<>();
    private final Map<Unit, UnitWork> measured = new LinkedHashMap<>();
    private final Map<Unit, UnitWork> withoutSetUps = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private int live;
    private int early;
    private int tests;
    private double busy;
    private long firstAt = -1;
    private long lastAt;

    /** A unit that a worker has now. */
    private static final class Begun {
        final long at;
        final long cpu;
        final double setUpMillis;
        int tests;

        Begun(long at, long cpu, double setUpMillis) {
            this.at = at;
            this.cpu = cpu;
            this.setUpMillis = setUpMillis;
        }
    }

    /**
     * Begins to measure.
     *
     * @param np workers at most
     * @param setUps knows of each unit that starts what its worker sets up
     * @param cpuMillis the CPU time that a worker has used in all, in milliseconds; negative if unknown
     */
    EndOfRun(int np, int cores, SetUpUse setUps, LongSupplier nanoClock, IntToLongFunction cpuMillis) {
        this.np = np;
        this.cores = cores;
        this.setUps = setUps;
        this.nanoClock = nanoClock;
        this.cpuMillis = cpuMillis;
        this.begun = nanoClock.getAsLong();
    }

    @Override
    public void workerStarted(int worker, long pid) {
        live++;
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        live--;
    }

    @Override
    public void planned(List<Unit> units) {
        early = live;
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        long now = nanoClock.getAsLong();
        firstAt = firstAt < 0 ? now : firstAt;
        used.add(worker);
        open.put(worker, new Begun(now, cpuMillis.applyAsLong(worker), setUps.setUpMillis(worker)));
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        Begun now = open.get(worker);
        if (now != null
                && event.kind().endsTest()
                && !event.rerun()
                && !event.method().isEmpty()) {
            now.tests++;
            tests++;
        }
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        end(worker, unit);
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        end(worker, unit);
    }

    private void end(int worker, Unit unit) {
        Begun ended = open.remove(worker);
        if (ended == null) {
            return;
        }
        lastAt = nanoClock.getAsLong();
        double millis = millis(lastAt - ended.at);
        long cpu = cpuMillis.applyAsLong(worker);
        double share = ended.cpu < 0 || cpu < 0 || millis <= 0 ? 1 : Math.max(0, cpu - ended.cpu) / millis;
        busy += millis;
        UnitWork work = new UnitWork(millis, Math.min(share, cores), Math.max(1, ended.tests));
        measured.put(unit, work);
        double without = Math.max(LEAST_PART * millis, millis - ended.setUpMillis);
        withoutSetUps.put(unit, new UnitWork(without, work.cpuShare(), work.tests()));
    }

    /**
     * What to tell.
     *
     * @param start what one more worker costs
     * @param ofClass how long a class took, in milliseconds; 0 if it is not known
     * @param prices what units need beside their tests; null where that does not count
     */
    List<String> lines(
            StartCost start, Function<String, Double> ofClass, Function<List<Unit>, @Nullable SetUpPrices> prices) {
        if (measured.isEmpty()) {
            return List.of();
        }
        long now = nanoClock.getAsLong();
        List<Unit> units = new ArrayList<>(measured.keySet());
        Bound bound = Bound.of(units, this::work, np).on(cores, units, this::work);
        double ready = millis(firstAt - begun);
        Conditions conditions = new Conditions(
                np,
                cores,
                Math.min(used.size(), Math.max(1, early)),
                ready,
                JvmCosts.jvm(start, used.size()),
                millis(now - lastAt));
        double took = millis(now - begun);
        Optional<Advice> advice = took < ADVICE_FROM_MILLIS || units.size() > MOST_UNITS
                ? Optional.empty()
                : Advice.best(units, this::withoutSetUps, conditions, np, ofClass, prices.apply(units));
        return new Review(np, used.size(), tests, took, ready, busy, bound, advice).lines();
    }

    private UnitWork work(Unit unit) {
        @Nullable UnitWork known = measured.get(unit);
        return known == null ? new UnitWork(0, 1, 1) : known;
    }

    private UnitWork withoutSetUps(Unit unit) {
        @Nullable UnitWork known = withoutSetUps.get(unit);
        return known == null ? new UnitWork(0, 1, 1) : known;
    }

    private static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}

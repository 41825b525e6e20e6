package io.github.surefiremp.provider;

import io.github.surefiremp.dispatch.Planner;
import io.github.surefiremp.forecast.Advice;
import io.github.surefiremp.forecast.Bound;
import io.github.surefiremp.forecast.Conditions;
import io.github.surefiremp.forecast.Forecast;
import io.github.surefiremp.forecast.PlannedRun;
import io.github.surefiremp.forecast.UnitWork;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.remember.KnownPrices;
import io.github.surefiremp.remember.Outcomes;
import io.github.surefiremp.remember.StartCost;
import io.github.surefiremp.schedule.SetUpPrices;
import io.github.surefiremp.schedule.UnitQueue;
import io.github.surefiremp.schedule.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans a run for mp:plan, as a real run does, writes the plan down, and lets nothing run. It does so once for each number
 * of workers, because a class is cut into more parts where there are more.
 */
final class PlanOnly implements Planner {
    /** From the last unit's end until the workers are gone. */
    private static final double END_MILLIS = 100;
    /** A new JVM is as fast as the others that much later; it is in the durations of the units that it starts with. */
    private static final double DEFAULT_SHARE = 0.5;

    private static final List<Integer> OTHERS = List.of(1, 2, 4, 8);

    private final Handoff handoff;
    private final Expectations expectations;
    private final Outcomes outcomes;
    private final Beginning beginning;
    private final int cores;
    private final LongSupplier nanoClock;
    private final long begun;

    PlanOnly(
            Handoff handoff,
            Expectations expectations,
            Outcomes outcomes,
            Beginning beginning,
            int cores,
            LongSupplier nanoClock) {
        this.handoff = handoff;
        this.expectations = expectations;
        this.outcomes = outcomes;
        this.beginning = beginning;
        this.cores = cores;
        this.nanoClock = nanoClock;
        this.begun = nanoClock.getAsLong();
    }

    /** A plan for a number of workers. */
    private record Played(
            List<Unit> units,
            Function<Unit, UnitWork> work,
            Conditions conditions,
            Staffer.Planned staff,
            @Nullable SetUpPrices setUps,
            Forecast forecast) {}

    @Override
    public WorkQueue plan(List<TestClass> classes) throws PlanException {
        double ready = TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong() - begun);
        Planning planning = planning(handoff.np());
        Played played = play(planning, classes, handoff.np(), ready);
        List<PlannedRun.Other> others = new ArrayList<>();
        for (int np : numbers()) {
            Played other = play(planning(np), classes, np, ready);
            others.add(new PlannedRun.Other(
                    np,
                    other.conditions().workers(),
                    Math.round(other.forecast().endMillis())));
        }
        List<PlannedRun.Share> shares = new ArrayList<>();
        for (int shard = 0; shard < handoff.plan().shards(); shard++) {
            shares.add(share(shard, classes, ready));
        }
        try {
            Files.writeString(
                    handoff.plan().file(),
                    text(planning, played, others, shares).format(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new PlanException("mp cannot write the plan: " + e);
        }
        return new UnitQueue(List.of());
    }

    private PlannedRun.Share share(int shard, List<TestClass> classes, double ready) throws PlanException {
        Handoff ofShard = handoff.withShard(shard, handoff.plan().shards());
        Planning planning = new Planning(ofShard, expectations, outcomes, line -> {});
        Played played = play(planning, classes, handoff.np(), ready);
        return new PlannedRun.Share(
                shard,
                played.units().size(),
                played.units().stream()
                        .mapToInt(unit -> planning.forecast(unit).tests())
                        .sum(),
                played.conditions().workers(),
                Math.round(played.forecast().endMillis()));
    }

    private TreeSet<Integer> numbers() {
        TreeSet<Integer> numbers = new TreeSet<>(OTHERS);
        numbers.add(handoff.np());
        return numbers;
    }

    private Planning planning(int np) {
        return new Planning(handoff.withNp(np), expectations, outcomes, line -> {});
    }

    private Played play(Planning planning, List<TestClass> classes, int np, double ready) throws PlanException {
        WorkQueue queue = planning.plan(classes);
        List<Unit> units = queue.waiting();
        Map<Unit, UnitWork> known =
                units.stream().collect(Collectors.toMap(Function.identity(), unit -> work(planning, unit)));
        double median = median(known.values().stream()
                .mapToDouble(UnitWork::millis)
                .filter(millis -> millis >= 0)
                .sorted()
                .toArray());
        Function<Unit, UnitWork> work = unit -> {
            UnitWork own = known.get(unit);
            UnitWork some = own == null ? new UnitWork(-1, DEFAULT_SHARE, 1) : own;
            return some.millis() >= 0 ? some : new UnitWork(median, some.cpuShare(), some.tests());
        };
        StartCost start = expectations.start();
        int early = Math.min(np, Math.max(1, Math.min(cores, beginning.workers())));
        Staffer.Planned staff = Staffer.planned(
                np,
                beginning.startsAll(),
                cores,
                early,
                queue,
                new Workload(planning::forecast, expectations.cpuShare().orElse(-1), JvmCosts.warmUpMillis(start)),
                start,
                unpaid(planning, units));
        Conditions conditions = new Conditions(
                Math.max(1, Math.min(staff.workers(), Math.max(1, units.size()))),
                cores,
                early,
                start.readyMillis() < 0 ? ready : start.readyMillis(),
                JvmCosts.jvm(start, 0),
                END_MILLIS);
        SetUpPrices setUps = planning.setUpPrices(units);
        return new Played(units, work, conditions, staff, setUps, Forecast.of(units, work, conditions, setUps));
    }

    /** All set-ups, each of them once, in milliseconds. */
    private static double unpaid(Planning planning, List<Unit> units) {
        SetUpPrices prices = planning.setUpPrices(units);
        if (prices == null) {
            return 0;
        }
        Map<String, Double> millis = new HashMap<>();
        units.forEach(unit -> prices.setUps()
                .apply(unit)
                .forEach(one -> millis.put(one.key(), prices.priceMillis().applyAsDouble(one))));
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private UnitWork work(Planning planning, Unit unit) {
        Workload.Forecast forecast = planning.forecast(unit);
        return new UnitWork(forecast.millis(), share(unit), forecast.tests());
    }

    private double share(Unit unit) {
        double millis = 0;
        double cpu = 0;
        for (String name : unit.classes()) {
            OptionalLong known = expectations.ofClass(name);
            OptionalLong used = expectations.cpuMillis(List.of(name));
            if (known.isPresent() && used.isPresent()) {
                millis += known.getAsLong();
                cpu += used.getAsLong();
            }
        }
        return millis > 0 ? cpu / millis : expectations.cpuShare().orElse(DEFAULT_SHARE);
    }

    private PlannedRun text(
            Planning planning, Played played, List<PlannedRun.Other> others, List<PlannedRun.Share> shares) {
        int unknown = (int) played.units().stream()
                .filter(unit -> planning.forecast(unit).millis() < 0)
                .count();
        boolean timed = unknown < played.units().size();
        Bound bound = Bound.of(played.units(), played.work(), handoff.np());
        Function<String, Double> ofClass =
                name -> (double) expectations.ofClass(name).orElse(0);
        return new PlannedRun(
                handoff.module(),
                handoff.execution(),
                handoff.np(),
                played.conditions().workers(),
                played.staff().why(),
                unknown,
                Math.round(played.conditions().readyMillis()),
                Math.round(played.forecast().endMillis()),
                new PlannedRun.BoundText(Math.round(bound.millis()), Math.round(bound.workMillis()), bound.words()),
                timed ? timed(planning, played) : untimed(planning, played),
                timed ? others : List.of(),
                shares,
                setUps(planning, played),
                timed
                        ? Advice.best(
                                        played.units(),
                                        played.work(),
                                        played.conditions(),
                                        handoff.np(),
                                        ofClass,
                                        played.setUps())
                                .map(advice -> new PlannedRun.AdviceText(
                                        advice.what(), Math.round(advice.fromMillis()), Math.round(advice.toMillis())))
                        : Optional.empty());
    }

    private List<PlannedRun.PlannedSetUp> setUps(Planning planning, Played played) {
        SetUpPrices prices = played.setUps();
        if (prices == null) {
            return List.of();
        }
        Map<String, SetUp> all = new LinkedHashMap<>();
        Map<String, Integer> users = new HashMap<>();
        for (Unit unit : played.units()) {
            for (SetUp one : prices.setUps().apply(unit)) {
                all.putIfAbsent(one.key(), one);
                users.merge(one.key(), 1, Integer::sum);
            }
        }
        Map<String, Integer> times = new HashMap<>();
        played.forecast()
                .slots()
                .forEach(slot -> slot.setsUp().forEach(one -> times.merge(one.key(), 1, Integer::sum)));
        KnownPrices known = planning.prices();
        return all.values().stream()
                .map(one -> new PlannedRun.PlannedSetUp(
                        one.name(),
                        users.getOrDefault(one.key(), 0),
                        times.getOrDefault(one.key(), 0),
                        Math.round(known.millis(one)),
                        known.known(one.key()).isPresent()))
                .sorted(Comparator.comparingLong((PlannedRun.PlannedSetUp one) -> -one.times() * one.millis())
                        .thenComparing(PlannedRun.PlannedSetUp::name))
                .toList();
    }

    private List<PlannedRun.PlannedUnit> timed(Planning planning, Played played) {
        return played.forecast().slots().stream()
                .map(slot -> unit(
                        planning,
                        slot.unit(),
                        slot.worker(),
                        Math.round(slot.startMillis()),
                        Math.round(slot.endMillis())))
                .toList();
    }

    private List<PlannedRun.PlannedUnit> untimed(Planning planning, Played played) {
        return played.units().stream()
                .map(unit -> unit(planning, unit, 0, 0, 0))
                .toList();
    }

    private static PlannedRun.PlannedUnit unit(Planning planning, Unit unit, int worker, long start, long end) {
        Workload.Forecast forecast = planning.forecast(unit);
        return new PlannedRun.PlannedUnit(
                worker,
                start,
                end,
                unit.name(),
                unit.group(),
                unit.group().isEmpty() ? "" : unit.strategy().name(),
                forecast.tests(),
                forecast.millis() >= 0);
    }
}

package io.github.surefiremp.forecast;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.LongestFirst;
import io.github.surefiremp.schedule.SetUpPrices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would make a run shorter, found by playing it with the change.
 *
 * @param what the change, as an order to the reader
 * @param fromMillis how long the run takes without it
 * @param toMillis how long with it
 */
public record Advice(String what, double fromMillis, double toMillis) {
    /** Less is not worth anybody's work. */
    private static final double LEAST_GAIN_MILLIS = 300;

    private static final double LEAST_GAIN_PART = 0.05;
    /** Into so many parts for each worker is a class cut in the play. */
    private static final int PARTS_PER_WORKER = 2;

    /** A change, and the units and conditions with it. */
    private record Change(
            String what,
            List<Unit> units,
            Conditions conditions,
            @Nullable SetUpPrices setUps) {
        Change(String what, List<Unit> units, Conditions conditions) {
            this(what, units, conditions, null);
        }

        Change on(Conditions others) {
            return new Change(what, units, others, setUps);
        }

        /** What does not change the set-ups leaves them as they are. */
        Change with(@Nullable SetUpPrices others) {
            return setUps == null ? new Change(what, units, conditions, others) : this;
        }
    }

    /** Figures of units that the plan does not have, such as the parts of a class. */
    private record Figures(Function<Unit, UnitWork> known, Map<String, UnitWork> made) {
        UnitWork of(Unit unit) {
            UnitWork own = made.get(unit.name());
            return own == null ? known.apply(unit) : own;
        }
    }

    /**
     * What helps most.
     *
     * @param units the units, the first to run at the head
     * @param np workers at most
     * @param most a unit that one more worker could take, at most so many; what of np is not used stays unused
     * @param classMillis how long one class of a serial group takes
     * @param setUps what units need beside their tests, which is not in their work; null where that does not count
     * @return empty if nothing gains enough
     */
    public static Optional<Advice> best(
            List<Unit> units,
            Function<Unit, UnitWork> work,
            Conditions conditions,
            int np,
            Function<String, Double> classMillis,
            @Nullable SetUpPrices setUps) {
        double now = Forecast.of(units, work, conditions, setUps).endMillis();
        Figures figures = new Figures(work, new HashMap<>());
        List<Change> changes = new ArrayList<>();
        // What could not be spread kept the number of workers down; with the change more of them may pay.
        Conditions all = conditions.with(Math.max(conditions.workers(), np));
        longest(units, work).ifPresent(unit -> split(unit, units, all, figures).ifPresent(changes::add));
        groups(units, conditions, figures, classMillis, changes);
        locks(units, conditions, changes);
        fresh(units, conditions, changes);
        if (conditions.workers() == np && units.size() > np) {
            changes.add(new Change("-Dmp.np=" + 2 * np, units, conditions.with(2 * np)));
        }
        if (conditions.readyMillis() > 0) {
            changes.add(new Change(
                    "-Dmp.standby=auto, for JVMs that are warm when the build begins",
                    units,
                    conditions.withoutStarts()));
        }
        if (setUps != null) {
            SharedSetUps.merge(units, setUps)
                    .ifPresent(merged -> changes.add(new Change(merged.what(), units, conditions, merged.setUps())));
        }
        return changes.stream()
                .map(change -> change.with(setUps))
                .map(change -> new Advice(
                        change.what(),
                        now,
                        change.units() == units
                                ? end(change, figures)
                                : Math.min(end(change, figures), end(change.on(all), figures))))
                .filter(advice -> now - advice.toMillis() >= Math.max(LEAST_GAIN_MILLIS, LEAST_GAIN_PART * now))
                .min(Comparator.comparingDouble(Advice::toMillis));
    }

    private static double end(Change change, Figures figures) {
        List<Unit> ordered = LongestFirst.order(
                change.units(),
                unit -> Math.round(figures.of(unit).millis()),
                unit -> figures.of(unit).tests());
        return Forecast.of(ordered, figures::of, change.conditions(), change.setUps())
                .endMillis();
    }

    private static Optional<Unit> longest(List<Unit> units, Function<Unit, UnitWork> work) {
        return units.stream()
                .filter(unit -> unit.parts().size() == 1
                        && unit.parts().get(0).isWhole()
                        && !unit.strategy().isSerial()
                        && work.apply(unit).tests() > 1)
                .max(Comparator.comparingDouble(unit -> work.apply(unit).millis()));
    }

    private static Optional<Change> split(Unit unit, List<Unit> all, Conditions conditions, Figures figures) {
        UnitWork whole = figures.of(unit);
        int parts = Math.min(whole.tests(), PARTS_PER_WORKER * conditions.workers());
        if (parts < 2) {
            return Optional.empty();
        }
        List<Unit> units = new ArrayList<>(all);
        units.remove(unit);
        for (int i = 1; i <= parts; i++) {
            String name = unit.name() + "#" + i + "/" + parts;
            units.add(named(unit, name, unit.parts()));
            figures.made().put(name, new UnitWork(whole.millis() / parts, whole.cpuShare(), whole.tests() / parts));
        }
        return Optional.of(new Change("split " + simple(unit.name()), units, conditions));
    }

    private static void groups(
            List<Unit> all,
            Conditions conditions,
            Figures figures,
            Function<String, Double> classMillis,
            List<Change> changes) {
        Map<String, List<Unit>> byGroup = all.stream()
                .filter(unit -> unit.strategy() != Strategy.FREE)
                .collect(Collectors.groupingBy(Unit::group));
        byGroup.forEach((group, members) -> {
            Strategy strategy = members.get(0).strategy();
            if (strategy.isIsolated()) {
                Strategy calm = strategy.isSerial() ? Strategy.SERIAL : Strategy.FREE;
                List<Unit> units = new ArrayList<>(all);
                members.forEach(unit -> {
                    units.remove(unit);
                    units.add(new Unit(
                            unit.name(), unit.parts(), group, calm, unit.locks(), unit.freshJvm(), unit.threads()));
                });
                changes.add(new Change(
                        "make group \"" + group + "\" " + calm + " instead of " + strategy, units, conditions));
            } else {
                Unit unit = members.get(0);
                if (unit.parts().size() > 1) {
                    List<Unit> units = new ArrayList<>(all);
                    units.remove(unit);
                    for (ClassPart part : unit.parts()) {
                        String name = part.className() + " of " + unit.name();
                        units.add(new Unit(name, List.of(part), group, Strategy.FREE, unit.locks(), unit.freshJvm()));
                        figures.made()
                                .put(
                                        name,
                                        new UnitWork(
                                                classMillis.apply(part.className()),
                                                figures.of(unit).cpuShare(),
                                                1));
                    }
                    changes.add(new Change("make group \"" + group + "\" FREE instead of SERIAL", units, conditions));
                }
            }
        });
    }

    private static void locks(List<Unit> all, Conditions conditions, List<Change> changes) {
        Set<String> keys = new TreeSet<>();
        all.forEach(unit -> unit.locks().stream().filter(LockNeed::write).forEach(lock -> keys.add(lock.key())));
        for (String key : keys) {
            List<Unit> units = all.stream()
                    .map(unit -> new Unit(
                            unit.name(),
                            unit.parts(),
                            unit.group(),
                            unit.strategy(),
                            unit.locks().stream()
                                    .filter(lock -> !lock.key().equals(key))
                                    .collect(Collectors.toSet()),
                            unit.freshJvm(),
                            unit.threads()))
                    .toList();
            changes.add(new Change(
                    key.equals(LockNeed.GLOBAL)
                            ? "let classes with @Isolated run beside others"
                            : "let each worker have its own \"" + key + "\", and drop that lock",
                    units,
                    conditions));
        }
    }

    private static void fresh(List<Unit> all, Conditions conditions, List<Change> changes) {
        if (all.stream().anyMatch(Unit::freshJvm)) {
            List<Unit> units = all.stream()
                    .map(unit -> new Unit(
                            unit.name(),
                            unit.parts(),
                            unit.group(),
                            unit.strategy(),
                            unit.locks(),
                            false,
                            unit.threads()))
                    .toList();
            changes.add(new Change("do without fresh JVMs", units, conditions));
        }
    }

    private static Unit named(Unit unit, String name, List<ClassPart> parts) {
        return new Unit(name, parts, unit.group(), unit.strategy(), unit.locks(), unit.freshJvm(), unit.threads());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}

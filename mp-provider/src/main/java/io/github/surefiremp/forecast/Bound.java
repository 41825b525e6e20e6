package io.github.surefiremp.forecast;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The least time that units need with np workers that are there from the start, whatever the order; and why it is not
 * less.
 *
 * @param millis the least time
 * @param workMillis all units, one after another
 * @param kind what it comes from
 * @param name of the unit, the group or the lock; empty where the kind has none
 * @param partMillis how much of the bound comes from that
 */
public record Bound(double millis, double workMillis, Kind kind, String name, double partMillis) {
    /** What bounds a run. */
    public enum Kind {
        /** All the work, spread evenly. */
        WORK,
        /** One class, or a part of one, which takes longer than the rest of the work of one worker. */
        UNIT,
        /** A serial group. */
        SERIAL_GROUP,
        /** Units that write the same lock, and so run one after another. */
        LOCK,
        /** Groups and classes beside which nothing else may run. */
        ISOLATION,
        /** The machine's cores, which the work keeps busy. */
        CORES
    }

    /** What one stage of the run needs: an isolated group, or all that is not isolated. */
    private record Stage(double millis, Kind kind, String name) {}

    /**
     * The bound.
     *
     * @param np workers at most
     */
    public static Bound of(List<Unit> units, Function<Unit, UnitWork> work, int np) {
        Map<String, ArrayList<Unit>> isolated = new LinkedHashMap<>();
        ArrayList<Unit> rest = new ArrayList<>();
        double alone = 0;
        double sum = 0;
        String longestAlone = "";
        double longest = 0;
        for (Unit unit : units) {
            double millis = work.apply(unit).millis();
            sum += millis;
            if (unit.strategy().isIsolated()) {
                isolated.computeIfAbsent(unit.group(), group -> new ArrayList<>())
                        .add(unit);
            } else if (unit.locks().stream().anyMatch(LockNeed::isForAll)) {
                alone += millis;
                if (millis > longest) {
                    longest = millis;
                    longestAlone = unit.name();
                }
            } else {
                rest.add(unit);
            }
        }
        double apart = alone;
        for (Map.Entry<String, ArrayList<Unit>> group : isolated.entrySet()) {
            double millis = stage(group.getValue(), work, np).millis();
            apart += millis;
            if (millis > longest) {
                longest = millis;
                longestAlone = "group \"" + group.getKey() + "\"";
            }
        }
        Stage last = stage(rest, work, np);
        double bound = apart + last.millis();
        return apart > last.millis()
                ? new Bound(bound, sum, Kind.ISOLATION, longestAlone, apart)
                : new Bound(bound, sum, last.kind(), last.name(), last.millis());
    }

    /** The same on a machine that has no more cores than that. */
    public Bound on(double cores, List<Unit> units, Function<Unit, UnitWork> work) {
        double cpu = 0;
        for (Unit unit : units) {
            cpu += work.apply(unit).millis() * work.apply(unit).cpuShare();
        }
        double least = cpu / cores;
        return least > millis ? new Bound(least, workMillis, Kind.CORES, "", least) : this;
    }

    private static Stage stage(List<Unit> units, Function<Unit, UnitWork> work, int np) {
        double sum = 0;
        Map<String, Double> chains = new HashMap<>();
        Stage most = new Stage(0, Kind.WORK, "");
        for (Unit unit : units) {
            double millis = work.apply(unit).millis();
            sum += millis;
            if (millis > most.millis()) {
                most = new Stage(millis, unit.strategy().isSerial() ? Kind.SERIAL_GROUP : Kind.UNIT, unit.name());
            }
            for (LockNeed lock : unit.locks()) {
                if (lock.write()) {
                    double chain = chains.merge(lock.key(), millis, Double::sum);
                    if (chain > most.millis() && chain > millis) {
                        most = new Stage(chain, Kind.LOCK, lock.key());
                    }
                }
            }
        }
        return sum / np >= most.millis() ? new Stage(sum / np, Kind.WORK, "") : most;
    }

    /** The reason in words. */
    public String words() {
        return switch (kind) {
            case WORK -> "all the work, spread evenly";
            case UNIT -> name;
            case SERIAL_GROUP -> "the serial " + name;
            case LOCK -> "the lock \"" + name + "\", for which units wait";
            case ISOLATION -> "isolation, most of all " + name;
            case CORES -> "the cores, which the tests keep busy";
        };
    }
}

package io.github.surefiremp.shard;

import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Deals units to shards, longest first, each to the shard that has least so far (LPT). An isolated group goes to one
 * shard as a whole: on two machines its tests would not be kept apart from those of the other one.
 *
 * <p>The same units with the same weights are dealt in the same way, in whichever order they are given. Two shards
 * differ by no more than the heaviest of what was dealt in one go.
 */
public final class Deal {
    private Deal() {}

    /** What goes to one shard as a whole. */
    private record Lot(String name, long weight, List<Unit> units) {}

    private record Load(int shard, long weight) {}

    /**
     * Deals.
     *
     * @param units with names that differ
     * @param weight how long a unit will take compared with others; less than 1 counts as 1
     * @param total how many shards there are, at least 1
     * @return the number of the shard, from 0 on, by the name of the unit; each unit is in it
     */
    public static Map<String, Integer> deal(List<Unit> units, ToLongFunction<Unit> weight, int total) {
        if (total < 1) {
            throw new IllegalArgumentException("there are " + total + " shards, not at least 1");
        }
        PriorityQueue<Load> loads =
                new PriorityQueue<>(Comparator.comparingLong(Load::weight).thenComparingInt(Load::shard));
        for (int shard = 0; shard < total; shard++) {
            loads.add(new Load(shard, 0));
        }
        Map<String, Integer> dealt = new LinkedHashMap<>();
        for (Lot lot : lots(units, weight)) {
            Load least = loads.remove();
            lot.units().forEach(unit -> dealt.put(unit.name(), least.shard()));
            loads.add(new Load(least.shard(), sum(least.weight(), lot.weight())));
        }
        if (dealt.size() != units.size()) {
            throw new IllegalArgumentException("two units have the same name");
        }
        return dealt;
    }

    private static List<Lot> lots(List<Unit> units, ToLongFunction<Unit> weight) {
        Map<String, List<Unit>> members = new TreeMap<>();
        for (Unit unit : units) {
            // Names of units and of groups could be the same.
            String lot = unit.strategy().isIsolated() ? "group " + unit.group() : "unit " + unit.name();
            members.computeIfAbsent(lot, name -> new ArrayList<>()).add(unit);
        }
        List<Lot> lots = new ArrayList<>();
        members.forEach((name, of) -> lots.add(new Lot(
                name,
                of.stream()
                        .mapToLong(unit -> Math.max(1, weight.applyAsLong(unit)))
                        .reduce(0, Deal::sum),
                of)));
        lots.sort(Comparator.comparingLong(Lot::weight).reversed().thenComparing(Lot::name));
        return lots;
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }
}

package io.github.surefiremp.queue;

import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all machines of a queue agree on.
 *
 * @param leader the machine that filled it in
 * @param terms what must be the same everywhere, by name: mp's version and the settings that decide how a test runs
 * @param tests what must be the same of each test class, by its name
 * @param units what is run, in the order in which it should begin
 */
public record QueuePlan(String leader, Map<String, String> terms, Map<String, String> tests, List<Unit> units) {
    public QueuePlan {
        terms = new TreeMap<>(terms);
        tests = new TreeMap<>(tests);
        units = List.copyOf(units);
    }

    /**
     * What is taken in one go, as numbers of units: one unit, or all of an isolated group, because it is isolated on one
     * machine.
     */
    public List<List<Integer>> shares() {
        List<List<Integer>> shares = new ArrayList<>();
        String open = "";
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            String group = unit.strategy().isIsolated() ? unit.group() : "";
            if (group.isEmpty() || !group.equals(open)) {
                shares.add(new ArrayList<>());
            }
            shares.get(shares.size() - 1).add(i);
            open = group;
        }
        return shares;
    }
}

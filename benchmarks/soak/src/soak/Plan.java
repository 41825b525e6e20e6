package soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the reports of a run must say, known before it: from the seed alone. */
final class Plan {
    private static final List<String> PLAIN = List.of("t1", "t2", "t3", "t4", "t5");
    private static final List<String> PARAMETERIZED = List.of("p(int)[1]", "p(int)[2]", "p(int)[3]");

    private final long seed;
    private final List<String> classes;

    Plan(long seed, List<String> classes) {
        this.seed = seed;
        this.classes = classes;
    }

    /** Class and test, and its fate. */
    Map<String, Fate> fates() {
        Map<String, Fate> fates = new TreeMap<>();
        for (String name : classes) {
            Stream.concat(PLAIN.stream(), PARAMETERIZED.stream()).forEach(test -> {
                Fate fate = Fate.of(seed, name, test);
                fates.put(name + "#" + test, test.startsWith("p") && fate.isFatal() ? Fate.PASSES : fate);
            });
        }
        return fates;
    }

    boolean fails() {
        return fates().values().stream().anyMatch(fate -> !Outcome.of(fate).equals("passed") && fate != Fate.ABORTS);
    }

    /** All that differs between the plan and what the reports say. */
    List<String> differences(Map<String, Outcome> reported) {
        List<String> differences = new ArrayList<>();
        Map<String, Fate> fates = fates();
        fates.forEach((test, fate) -> {
            Outcome outcome = reported.get(test);
            if (outcome == null) {
                differences.add(test + " " + fate + " is in no report");
            } else {
                outcome.differences(fate, seed).forEach(text -> differences.add(test + " " + fate + ": " + text));
            }
        });
        reported.keySet().stream()
                .filter(test -> !fates.containsKey(test))
                .forEach(test -> differences.add(test + " is in the reports and not in the plan"));
        return differences;
    }
}

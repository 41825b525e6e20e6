package io.github.surefiremp.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Why a machine cannot take part in a queue: what it would run is not what the others run. */
final class Difference {
    private static final int MOST_NAMED = 5;

    private Difference() {}

    /** In words; empty if there is none. */
    static Optional<String> between(QueuePlan here, QueuePlan queue) {
        List<String> found = new ArrayList<>();
        for (String name : union(here.terms(), queue.terms())) {
            String own = here.terms().getOrDefault(name, "none");
            String other = queue.terms().getOrDefault(name, "none");
            if (!own.equals(other)) {
                found.add(name + " is " + own + " here and " + other + " in the queue");
            }
        }
        List<String> onlyHere = new ArrayList<>();
        List<String> onlyThere = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (String name : union(here.tests(), queue.tests())) {
            String own = here.tests().get(name);
            String other = queue.tests().get(name);
            if (other == null) {
                onlyHere.add(name);
            } else if (own == null) {
                onlyThere.add(name);
            } else if (!own.equals(other)) {
                different.add(name + " (" + own + " here, " + other + " in the queue)");
            }
        }
        add(found, "only here are", onlyHere);
        add(found, "only in the queue are", onlyThere);
        add(found, "different are", different);
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    private static TreeSet<String> union(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static void add(List<String> found, String words, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            found.add(words + " " + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))) + more);
        }
    }
}

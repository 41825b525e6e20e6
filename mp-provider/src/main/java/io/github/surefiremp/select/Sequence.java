package io.github.surefiremp.select;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.TestClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Classes that run one after another in one JVM, and nothing else, because the user wants to see what one of them does to
 * another.
 *
 * @param classes those that have tests, in the order in which they run
 * @param missing those that were named and have none
 */
public record Sequence(List<String> classes, List<String> missing) {
    public Sequence {
        classes = List.copyOf(classes);
        missing = List.copyOf(missing);
    }

    /**
     * What the names stand for.
     *
     * @param names of classes, {@link Handoff.Choice#OTHERS} for all that are not named; a name counts once
     * @param found all classes with tests
     */
    public static Sequence of(List<String> names, List<TestClass> found) {
        Set<String> others = new LinkedHashSet<>();
        found.forEach(type -> others.add(type.name()));
        Set<String> known = Set.copyOf(others);
        names.forEach(others::remove);
        List<String> classes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            if (name.equals(Handoff.Choice.OTHERS)) {
                classes.addAll(others);
            } else if (known.contains(name)) {
                classes.add(name);
            } else {
                missing.add(name);
            }
        }
        return new Sequence(classes, missing);
    }
}

package io.github.surefiremp.model;

import java.util.List;

/**
 * What is handed to a worker in one go.
 *
 * @param name unique within the run; ties in the schedule are broken by it
 * @param classes binary names of the test classes, in the order in which they run; never empty
 */
public record Unit(String name, List<String> classes) {
    public Unit {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a unit needs a name");
        }
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("unit " + name + " has no classes");
        }
        classes = List.copyOf(classes);
    }
}

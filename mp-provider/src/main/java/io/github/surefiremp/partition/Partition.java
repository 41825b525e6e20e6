package io.github.surefiremp.partition;

import io.github.surefiremp.model.Unit;
import java.util.List;

/** Cuts a suite into units. */
public final class Partition {
    private Partition() {}

    /**
     * One unit for each class, in the order given.
     *
     * @param classes binary names without duplicates
     */
    public static List<Unit> intoUnits(List<String> classes) {
        return classes.stream().map(name -> new Unit(name, List.of(name))).toList();
    }
}

package io.github.surefiremp.model;

import java.util.List;
import java.util.Set;

/**
 * What is handed to a worker in one go: a class, a part of one, a whole serial group, or several classes that the user
 * asked to run at the same time.
 *
 * @param name unique within the run; ties in the schedule are broken by it
 * @param parts the classes, or parts of them, in the order in which they run; never empty
 * @param group its group, empty for none
 * @param strategy how its group is kept apart; FREE where it has none
 * @param locks what it needs while it runs
 * @param freshJvm it runs only in a worker that ran nothing before
 * @param threads on how many threads its tests run; 1 if they run one after another
 */
public record Unit(
        String name,
        List<ClassPart> parts,
        String group,
        Strategy strategy,
        Set<LockNeed> locks,
        boolean freshJvm,
        int threads) {
    public Unit {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a unit needs a name");
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("unit " + name + " has no classes");
        }
        if (group.isEmpty() && strategy != Strategy.FREE) {
            throw new IllegalArgumentException("unit " + name + " is " + strategy + " without a group");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("unit " + name + " has " + threads + " threads");
        }
        parts = List.copyOf(parts);
        locks = Set.copyOf(locks);
    }

    /** Classes or parts of classes that run one after another. */
    public Unit(
            String name,
            List<ClassPart> parts,
            String group,
            Strategy strategy,
            Set<LockNeed> locks,
            boolean freshJvm) {
        this(name, parts, group, strategy, locks, freshJvm, 1);
    }

    /** Whole classes without a group. */
    public Unit(String name, List<String> classes) {
        this(name, classes.stream().map(ClassPart::whole).toList(), "", Strategy.FREE, Set.of(), false);
    }

    /** Its tests, and its classes if it has several, may run at the same time. */
    public boolean isConcurrent() {
        return threads > 1;
    }

    /** Each of its tests has to end before the next one begins, even where others run on several threads. */
    public boolean isInOrder() {
        return threads == 1 || strategy.isSerial() || parts.stream().anyMatch(part -> !part.isWhole());
    }

    /** Binary names of the top-level classes, in the order in which they run. */
    public List<String> classes() {
        return parts.stream().map(ClassPart::className).toList();
    }
}

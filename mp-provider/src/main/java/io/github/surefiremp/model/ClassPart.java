package io.github.surefiremp.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A class, or a part of one, in a unit.
 *
 * @param className binary name of the top-level class
 * @param pieces what of it runs, in order; empty for all of it
 * @param begun unique ids of what does not run, because it had begun in a worker that was lost; only where all else of
 *     the class runs
 */
public record ClassPart(String className, List<Selected> pieces, Set<String> begun) {
    /**
     * A piece of the class.
     *
     * @param position its place among all pieces of the class, from 0
     * @param selector its unique id
     */
    public record Selected(int position, String selector) {}

    public ClassPart {
        pieces = List.copyOf(pieces);
        begun = Set.copyOf(begun);
        if (!pieces.isEmpty() && !begun.isEmpty()) {
            throw new IllegalArgumentException("either pieces of " + className + " run, or all but what had begun");
        }
    }

    /** Some pieces of a class. */
    public ClassPart(String className, List<Selected> pieces) {
        this(className, pieces, Set.of());
    }

    /** The whole class. */
    public static ClassPart whole(String className) {
        return new ClassPart(className, List.of());
    }

    /** All of the class but what had begun before, with what was left out already. */
    public ClassPart without(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(begun);
        all.addAll(more);
        return new ClassPart(className, pieces, all);
    }

    /** Whether it is what a lost worker left of a class. */
    public boolean isRest() {
        return !begun.isEmpty();
    }

    /** No piece was selected; so it is all of the class, or what a lost worker left of all of it. */
    public boolean isWhole() {
        return pieces.isEmpty();
    }
}

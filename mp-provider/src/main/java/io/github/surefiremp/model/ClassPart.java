package io.github.surefiremp.model;

import java.util.List;

/**
 * A class, or a part of one, in a unit.
 *
 * @param className binary name of the top-level class
 * @param pieces what of it runs, in order; empty for all of it
 */
public record ClassPart(String className, List<Selected> pieces) {
    /**
     * A piece of the class.
     *
     * @param position its place among all pieces of the class, from 0
     * @param selector its unique id
     */
    public record Selected(int position, String selector) {}

    public ClassPart {
        pieces = List.copyOf(pieces);
    }

    /** The whole class. */
    public static ClassPart whole(String className) {
        return new ClassPart(className, List.of());
    }

    public boolean isWhole() {
        return pieces.isEmpty();
    }
}

package io.github.surefiremp.partition;

import io.github.surefiremp.model.Piece;
import java.util.OptionalLong;

/** What earlier runs taught of durations, in milliseconds. */
public interface Durations {
    /**
     * How long a class took.
     *
     * @param className binary name of the top-level class
     * @return empty if nothing is known of it
     */
    OptionalLong ofClass(String className);

    /** How long a piece took; empty if nothing is known of it. */
    OptionalLong ofPiece(Piece piece);
}

package io.github.surefiremp.partition;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a class is in the same group, or in none; or what of that runs in one go.
 *
 * @param testClass the class
 * @param group null for none
 * @param positions of its pieces, ascending; empty for a class without pieces
 */
record Share(TestClass testClass, @Nullable Group group, List<Integer> positions) {
    boolean isAllOfTheClass() {
        return positions.isEmpty() || positions.size() == testClass.pieces().size();
    }

    boolean isSerial() {
        return group != null && group.strategy().isSerial();
    }

    /** The place of its first piece. */
    int start() {
        return positions.isEmpty() ? 0 : positions.get(0);
    }

    Piece piece(int position) {
        return testClass.pieces().get(position);
    }

    List<Piece> pieces() {
        return positions.stream().map(this::piece).toList();
    }

    /** Some of it. */
    Share part(List<Integer> some) {
        return new Share(testClass, group, some);
    }

    ClassPart asPart() {
        return isAllOfTheClass()
                ? ClassPart.whole(testClass.name())
                : new ClassPart(
                        testClass.name(),
                        positions.stream()
                                .map(position ->
                                        new Selected(position, piece(position).selector()))
                                .toList());
    }

    Set<LockNeed> locks() {
        if (isAllOfTheClass()) {
            return testClass.locks();
        }
        Set<LockNeed> locks = new HashSet<>();
        pieces().forEach(piece -> locks.addAll(piece.locks()));
        return locks;
    }
}

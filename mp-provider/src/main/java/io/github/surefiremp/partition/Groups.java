package io.github.surefiremp.partition;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tests are in which group. */
final class Groups {
    private final Map<String, Group> byName;

    private Groups(Map<String, Group> byName) {
        this.byName = byName;
    }

    /**
     * Takes all marks of a module together.
     *
     * @throws GroupException if they contradict each other
     */
    static Groups of(List<TestClass> classes) throws GroupException {
        GroupErrors errors = GroupErrors.in(classes);
        if (!errors.all().isEmpty()) {
            throw new GroupException(errors.all());
        }
        Map<String, Group> byName = new LinkedHashMap<>();
        for (TestClass testClass : classes) {
            for (GroupMark mark : marksOf(testClass)) {
                Strategy strategy = errors.strategyOf(mark.group());
                byName.merge(
                        mark.group(),
                        new Group(mark.group(), strategy, mark.freshJvm()),
                        (one, two) -> one.freshJvm() ? one : two);
            }
        }
        return new Groups(byName);
    }

    /** All marks that were found on a class, on its pieces and inside of what must stay whole. */
    static List<GroupMark> marksOf(TestClass testClass) {
        List<GroupMark> marks = new ArrayList<>(testClass.groups());
        marks.addAll(testClass.groupsInside());
        for (Piece piece : testClass.pieces()) {
            marks.addAll(piece.groups());
            marks.addAll(piece.groupsInside());
        }
        return marks;
    }

    /** All marks that count for a piece or might, those of its class first. */
    static List<GroupMark> chainOf(TestClass testClass, Piece piece) {
        List<GroupMark> chain = new ArrayList<>(testClass.groups());
        chain.addAll(piece.groups());
        return chain;
    }

    /** The mark that decides: the first one that is not a package's default, else the first default. */
    static @Nullable GroupMark decidingIn(List<GroupMark> chain) {
        GroupMark first = null;
        for (GroupMark mark : chain) {
            if (!mark.packageDefault()) {
                return mark;
            }
            first = first == null ? mark : first;
        }
        return first;
    }

    /** The shares of a class, ordered by their first pieces; one share if all of it is in the same group or in none. */
    List<Share> sharesOf(TestClass testClass) {
        if (testClass.cut() == Cut.NEVER || testClass.pieces().isEmpty()) {
            return List.of(new Share(testClass, groupOf(testClass.groups()), List.of()));
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        for (int position = 0; position < testClass.pieces().size(); position++) {
            Piece piece = testClass.pieces().get(position);
            Group group = groupOf(chainOf(testClass, piece));
            shares.computeIfAbsent(
                            group == null ? "" : group.name(), name -> new Share(testClass, group, new ArrayList<>()))
                    .positions()
                    .add(position);
        }
        return List.copyOf(shares.values());
    }

    private @Nullable Group groupOf(List<GroupMark> chain) {
        GroupMark mark = decidingIn(chain);
        return mark == null ? null : byName.get(mark.group());
    }
}

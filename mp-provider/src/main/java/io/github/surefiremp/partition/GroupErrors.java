package io.github.surefiremp.partition;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds all contradictions between the marks of a module, each one once, in the order in which they appear, and what has
 * no name.
 */
final class GroupErrors {
    /** Messages by what they are about. */
    private final Map<Object, String> errors = new LinkedHashMap<>();

    private final Map<String, Declared> declared = new HashMap<>();

    /** A group's strategy, the place that was the first to write it, and all that were written. */
    private record Declared(Strategy strategy, String place, Set<Strategy> all) {}

    private GroupErrors() {}

    static GroupErrors in(List<TestClass> classes) {
        GroupErrors errors = new GroupErrors();
        classes.forEach(errors::check);
        return errors;
    }

    Collection<String> all() {
        return errors.values();
    }

    /** The strategy that a group's marks declare, FREE if none does. */
    Strategy strategyOf(String group) {
        Declared first = declared.get(group);
        return first == null ? Strategy.FREE : first.strategy();
    }

    private void check(TestClass testClass) {
        String subject = "class " + testClass.name();
        if (testClass.setUps().stream().anyMatch(SetUp::isNameless)) {
            errors.put(List.of("key", subject), subject + " has an @Affinity with a blank key");
        }
        checkMarks(testClass.groups());
        checkChain(subject, testClass.groups());
        checkMarks(testClass.groupsInside());
        if (testClass.cut() == Cut.NEVER) {
            checkInside(subject, testClass.whole(), testClass.groups(), testClass.groupsInside());
            return;
        }
        for (Piece piece : testClass.pieces()) {
            List<GroupMark> chain = Groups.chainOf(testClass, piece);
            String name = "class " + piece.className();
            checkMarks(piece.groups());
            checkChain(piece.method().isEmpty() ? name : "method " + piece.className() + "." + piece.method(), chain);
            checkMarks(piece.groupsInside());
            if (!piece.whole().isEmpty()) {
                checkInside(name, piece.whole(), chain, piece.groupsInside());
            }
        }
    }

    /** What each mark says by itself, and what others of its group say, wherever they are. */
    private void checkMarks(List<GroupMark> marks) {
        for (GroupMark mark : marks) {
            Strategy strategy = mark.strategy();
            if (mark.group().isBlank()) {
                errors.putIfAbsent(List.of("blank", mark.place()), mark.place() + " has a group with a blank name");
            } else if (strategy != null) {
                Declared first = declared.computeIfAbsent(
                        mark.group(), name -> new Declared(strategy, mark.place(), EnumSet.of(strategy)));
                if (first.all().add(strategy)) {
                    errors.put(
                            List.of("strategies", mark.group(), strategy),
                            "group " + quoted(mark) + " has two strategies: " + first.strategy() + " (by "
                                    + first.place() + ") and " + strategy + " (by " + mark.place()
                                    + "); keep one of them");
                }
            }
        }
    }

    private void checkChain(String subject, List<GroupMark> chain) {
        List<GroupMark> counting = counting(chain);
        for (GroupMark mark : counting) {
            GroupMark first = counting.get(0);
            if (!mark.group().equals(first.group())) {
                errors.putIfAbsent(
                        List.of("groups", first.group(), first.place(), mark.group(), mark.place()),
                        subject + " is in two groups: " + named(first) + " and " + named(mark) + "; keep one of them");
            }
        }
    }

    private void checkInside(String subject, String whole, List<GroupMark> chain, List<GroupMark> inside) {
        GroupMark deciding = Groups.decidingIn(chain);
        for (GroupMark mark : counting(inside)) {
            if (deciding == null || !mark.group().equals(deciding.group())) {
                String advice = deciding == null
                                || deciding.packageDefault()
                                || deciding.group().isBlank()
                        ? "put the group on the class"
                        : "the class has the group " + named(deciding) + ", keep one of them";
                errors.putIfAbsent(
                        List.of("inside", mark.group(), mark.place(), subject),
                        mark.place() + " has the group " + quoted(mark) + ", but " + subject + " must stay whole: "
                                + whole + "; " + advice);
            }
        }
    }

    /** Those that put a test into a group whatever else there is. */
    private static List<GroupMark> counting(List<GroupMark> marks) {
        return marks.stream()
                .filter(mark -> !mark.packageDefault() && !mark.group().isBlank())
                .toList();
    }

    private static String quoted(GroupMark mark) {
        return '"' + mark.group() + '"';
    }

    private static String named(GroupMark mark) {
        return quoted(mark) + " (by " + mark.place() + ")";
    }
}

package io.github.surefiremp.partition;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes test classes for the tests of this package; pieces of a class are named a, b, c and so on. */
final class Suite {
    static final String WHY = "its methods are ordered (@TestMethodOrder)";

    private Suite() {}

    static GroupMark mark(String group, Strategy strategy, String place) {
        return new GroupMark(group, strategy, false, place, false);
    }

    static GroupMark mark(String group, String place) {
        return mark(group, null, place);
    }

    static GroupMark fresh(String group, Strategy strategy, String place) {
        return new GroupMark(group, strategy, true, place, false);
    }

    static GroupMark packageMark(String group, Strategy strategy, String place) {
        return new GroupMark(group, strategy, false, place, true);
    }

    static Piece method(String className, String method, GroupMark... groups) {
        return new Piece(
                "[" + className + "/" + method + "]", className, method, 1, List.of(groups), Set.of(), "", List.of());
    }

    static Piece locked(String className, String method, LockNeed... locks) {
        return new Piece(
                "[" + className + "/" + method + "]", className, method, 1, List.of(), Set.of(locks), "", List.of());
    }

    static Piece nested(String className, List<GroupMark> groups, List<GroupMark> inside) {
        return new Piece("[" + className + "]", className, "", 2, groups, Set.of(), WHY, inside);
    }

    static TestClass testClass(String name, Cut cut, List<GroupMark> groups, List<Piece> pieces) {
        Set<LockNeed> locks = new HashSet<>();
        pieces.forEach(piece -> locks.addAll(piece.locks()));
        int tests = Math.max(1, pieces.stream().mapToInt(Piece::tests).sum());
        return cut == Cut.NEVER
                ? new TestClass(name, tests, groups, locks, cut, WHY, List.of(), List.of())
                : new TestClass(name, tests, groups, locks, cut, "", List.of(), pieces);
    }

    static TestClass never(String name, GroupMark... groups) {
        return testClass(name, Cut.NEVER, List.of(groups), List.of());
    }

    static TestClass neverWith(String name, List<GroupMark> groups, List<GroupMark> inside) {
        return new TestClass(name, 2, groups, Set.of(), Cut.NEVER, WHY, inside, List.of());
    }

    static TestClass ofMethods(String name, Cut cut, int methods, GroupMark... groups) {
        return testClass(name, cut, List.of(groups), methods(name, methods));
    }

    /** Methods a, b, c and so on; from the 27th on a1, b1, c1. */
    static List<Piece> methods(String className, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> method(className, (char) ('a' + i % 26) + (i < 26 ? "" : "" + i / 26)))
                .toList();
    }

    static Partition.Options options(Granularity granularity, int np) {
        return new Partition.Options(granularity, false, true, np);
    }

    static Partition.Options freshOptions(Granularity granularity, int np) {
        return new Partition.Options(granularity, true, true, np);
    }

    /** What is known, in a form that tests can fill. */
    static final class Known implements Durations {
        private final Map<String, Long> classes = new HashMap<>();
        private final Map<String, Long> pieces = new HashMap<>();

        static Known nothing() {
            return new Known();
        }

        Known with(String className, long millis) {
            classes.put(className, millis);
            return this;
        }

        /** The pieces of a class, in order; null for an unknown one. */
        Known withPieces(TestClass testClass, Long... millis) {
            for (int i = 0; i < millis.length; i++) {
                if (millis[i] != null) {
                    pieces.put(testClass.pieces().get(i).selector(), millis[i]);
                }
            }
            return this;
        }

        Known withEachPiece(TestClass testClass, long millis) {
            testClass.pieces().forEach(piece -> pieces.put(piece.selector(), millis));
            return this;
        }

        @Override
        public OptionalLong ofClass(String className) {
            Long millis = classes.get(className);
            return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
        }

        @Override
        public OptionalLong ofPiece(Piece piece) {
            Long millis = pieces.get(piece.selector());
            return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
        }
    }

    static List<Unit> units(Partition.Options options, Durations durations, TestClass... classes) {
        try {
            return Partition.intoUnits(List.of(classes), options, durations);
        } catch (GroupException e) {
            throw new AssertionError(e);
        }
    }

    static List<Unit> units(Granularity granularity, int np, TestClass... classes) {
        return units(options(granularity, np), Known.nothing(), classes);
    }

    /** Units in a form that is easy to compare: {@code name = class, class[0 a, 2 c]}. */
    static List<String> told(List<Unit> units) {
        return units.stream()
                .map(unit -> unit.name() + " = "
                        + unit.parts().stream().map(Suite::told).collect(Collectors.joining(", ")))
                .toList();
    }

    private static String told(ClassPart part) {
        return part.className()
                + (part.isWhole()
                        ? ""
                        : part.pieces().stream().map(Suite::told).collect(Collectors.joining(" ", "[", "]")));
    }

    private static String told(Selected selected) {
        String last = Stream.of(selected.selector().split("[/\\]]"))
                .reduce((one, two) -> two)
                .orElseThrow();
        return selected.position() + last;
    }

    /** How many pieces each unit has, for units of one part. */
    static List<Integer> sizes(List<Unit> units) {
        return units.stream().map(unit -> unit.parts().get(0).pieces().size()).toList();
    }
}

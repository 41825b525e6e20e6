package io.github.surefiremp.select;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What failed when it ran last: as classes before they are cut into units, and as pieces of those afterwards. Of a class
 * whose tests depend on each other, or may run at the same time, all runs if one failed.
 */
public final class LastFailed {
    private final Failures failures;

    public LastFailed(Failures failures) {
        this.failures = failures;
    }

    /** The classes in which something failed, in the given order. */
    public List<TestClass> classes(List<TestClass> all) {
        return all.stream().filter(type -> failures.in(type.name())).toList();
    }

    /**
     * Units without the pieces that did not fail.
     *
     * @param classes those of the units
     * @return in the same order; a unit of which nothing is left is not there
     */
    public List<Unit> pieces(List<Unit> units, List<TestClass> classes) {
        Map<String, TestClass> byName =
                classes.stream().collect(Collectors.toMap(TestClass::name, Function.identity()));
        List<Unit> result = new ArrayList<>();
        for (Unit unit : units) {
            List<ClassPart> parts = unit.isConcurrent()
                    ? unit.parts()
                    : unit.parts().stream()
                            .map(part -> rest(part, type(byName, part)))
                            .flatMap(Optional::stream)
                            .toList();
            if (!parts.isEmpty()) {
                result.add(new Unit(
                        unit.name(),
                        parts,
                        unit.group(),
                        unit.strategy(),
                        unit.locks(),
                        unit.freshJvm(),
                        unit.threads()));
            }
        }
        return result;
    }

    /** What of a part failed. */
    private Optional<ClassPart> rest(ClassPart part, TestClass type) {
        Set<Integer> failed = failures.pieces(type);
        if (failed.isEmpty() || failed.size() == type.pieces().size()) {
            return Optional.of(part);
        }
        List<ClassPart.Selected> left = part.isWhole()
                ? failed.stream()
                        .sorted()
                        .map(position -> new ClassPart.Selected(
                                position, type.pieces().get(position).selector()))
                        .toList()
                : part.pieces().stream()
                        .filter(piece -> failed.contains(piece.position()))
                        .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new ClassPart(part.className(), left));
    }

    /** Units with something that failed before all others; both in the given order. */
    public List<Unit> first(List<Unit> units, List<TestClass> classes) {
        Map<String, TestClass> byName =
                classes.stream().collect(Collectors.toMap(TestClass::name, Function.identity()));
        Map<Boolean, List<Unit>> failed = units.stream()
                .collect(Collectors.partitioningBy(unit ->
                        unit.parts().stream().anyMatch(part -> hasFailed(part, type(byName, part)))));
        List<Unit> result = new ArrayList<>(failed.getOrDefault(true, List.of()));
        result.addAll(failed.getOrDefault(false, List.of()));
        return result;
    }

    private static TestClass type(Map<String, TestClass> byName, ClassPart part) {
        TestClass type = byName.get(part.className());
        if (type == null) {
            throw new IllegalArgumentException("the units have " + part.className() + ", the classes do not");
        }
        return type;
    }

    private boolean hasFailed(ClassPart part, TestClass type) {
        return failures.in(part.className()) && rest(part, type).isPresent();
    }
}

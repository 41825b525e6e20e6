package io.github.surefiremp.partition;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a suite into units. */
public final class Partition {
    /**
     * What the user wants.
     *
     * @param granularity how finely classes are cut
     * @param freshJvm each unit in a JVM that ran nothing before
     * @param locks whether units tell what they need while they run
     * @param np workers at most, at least 1
     */
    public record Options(Granularity granularity, boolean freshJvm, boolean locks, int np) {
        public Options {
            if (np < 1) {
                throw new IllegalArgumentException("np is " + np + ", not at least 1");
            }
        }

        boolean isFresh(@Nullable Group group) {
            return freshJvm || (group != null && group.freshJvm());
        }
    }

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Draft> serial = new HashMap<>();

    /** A unit that may still grow. */
    private record Draft(String name, @Nullable Group group, List<ClassPart> parts, Set<LockNeed> locks) {
        Draft(String name, @Nullable Group group) {
            this(name, group, new ArrayList<>(), new HashSet<>());
        }

        void add(Share part) {
            parts.add(part.asPart());
            locks.addAll(part.locks());
        }

        Unit toUnit(Options options) {
            return new Unit(
                    name,
                    parts,
                    group == null ? "" : group.name(),
                    group == null ? Strategy.FREE : group.strategy(),
                    options.locks() ? locks : Set.of(),
                    options.isFresh(group));
        }
    }

    private Partition() {}

    /**
     * Cuts classes into units: each test is in exactly one of them. Units keep the order of the classes; a serial group
     * is at the place of its first member.
     *
     * @param classes without duplicates, in the order in which stock Surefire would run them
     * @param durations what is known of them
     * @throws GroupException if groups contradict each other, or a class that must stay whole
     */
    public static List<Unit> intoUnits(List<TestClass> classes, Options options, Durations durations)
            throws GroupException {
        Groups groups = Groups.of(classes);
        Cutter cutter = new Cutter(options, new Estimates(classes, durations));
        Partition partition = new Partition();
        for (TestClass testClass : classes) {
            partition.add(groups.sharesOf(testClass).stream()
                    .flatMap(share -> cutter.cut(share).stream())
                    .sorted(Comparator.comparingInt(Share::start))
                    .toList());
        }
        return partition.drafts.stream().map(draft -> draft.toUnit(options)).toList();
    }

    /** Adds the parts of a class, in order. */
    private void add(List<Share> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Share part = parts.get(i);
            Group group = part.group();
            if (group != null && part.isSerial()) {
                serial.computeIfAbsent(group.name(), name -> draft("group \"" + name + "\"", group))
                        .add(part);
            } else {
                String name = part.testClass().name();
                draft(parts.size() == 1 ? name : name + "#" + (i + 1) + "/" + parts.size(), group)
                        .add(part);
            }
        }
    }

    private Draft draft(String name, @Nullable Group group) {
        Draft draft = new Draft(name, group);
        drafts.add(draft);
        return draft;
    }
}

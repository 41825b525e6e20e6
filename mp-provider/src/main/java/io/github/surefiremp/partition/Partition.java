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
     * @param alike whether machines with other numbers of threads must cut in the same way
     */
    public record Options(Granularity granularity, boolean freshJvm, boolean locks, int np, boolean alike) {
        /** For this machine alone. */
        public Options(Granularity granularity, boolean freshJvm, boolean locks, int np) {
            this(granularity, freshJvm, locks, np, false);
        }

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
    /** By the names of their classes. */
    private final Map<String, Draft> batched = new HashMap<>();

    /** A unit that may still grow. */
    private record Draft(String name, @Nullable Group group, int threads, List<ClassPart> parts, Set<LockNeed> locks) {
        Draft(String name, @Nullable Group group, int threads) {
            this(name, group, threads, new ArrayList<>(), new HashSet<>());
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
                    options.isFresh(group),
                    threads);
        }
    }

    private Partition() {}

    /**
     * Cuts classes into units: each test is in exactly one of them. Units keep the order of the classes; a serial group
     * and a batch of concurrent classes are at the place of their first member.
     *
     * @param classes without duplicates, in the order in which stock Surefire would run them
     * @param durations what is known of them
     * @throws GroupException if groups contradict each other, or a class that must stay whole
     */
    public static List<Unit> intoUnits(List<TestClass> classes, Options options, Durations durations)
            throws GroupException {
        Groups groups = Groups.of(classes);
        Estimates estimates = new Estimates(classes, durations);
        Cutter cutter = new Cutter(options, estimates);
        Batches batches = new Batches(options, estimates);
        List<List<Share>> cut = classes.stream()
                .map(testClass -> groups.sharesOf(testClass).stream()
                        .flatMap(share -> cutter.cut(share).stream())
                        .sorted(Comparator.comparingInt(Share::start))
                        .toList())
                .toList();
        Partition partition = new Partition();
        partition.batch(batches.of(cut.stream()
                .filter(parts -> parts.size() == 1 && batches.takes(parts.get(0)))
                .map(parts -> parts.get(0))
                .toList()));
        cut.forEach(partition::add);
        return partition.drafts.stream().map(draft -> draft.toUnit(options)).toList();
    }

    private void batch(List<List<Share>> batches) {
        for (List<Share> batch : batches) {
            if (batch.size() > 1) {
                String first = batch.stream()
                        .map(share -> share.testClass().name())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                String name = first + " and " + (batch.size() - 1) + " more";
                Draft draft =
                        new Draft(name, null, batch.get(0).testClass().threads().count());
                batch.forEach(share -> batched.put(share.testClass().name(), draft));
            }
        }
    }

    /** Adds the parts of a class, in order. */
    private void add(List<Share> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Share part = parts.get(i);
            Group group = part.group();
            if (group != null && part.isSerial()) {
                serial.computeIfAbsent(group.name(), name -> draft("group \"" + name + "\"", group, 1))
                        .add(part);
            } else {
                String name = part.testClass().name();
                Draft batch = batched.get(name);
                if (batch != null) {
                    addTo(batch, part);
                    continue;
                }
                int threads =
                        part.isAllOfTheClass() ? part.testClass().threads().count() : 1;
                draft(parts.size() == 1 ? name : name + "#" + (i + 1) + "/" + parts.size(), group, threads)
                        .add(part);
            }
        }
    }

    private void addTo(Draft batch, Share part) {
        if (batch.parts().isEmpty()) {
            drafts.add(batch);
        }
        batch.add(part);
    }

    private Draft draft(String name, @Nullable Group group, int threads) {
        Draft draft = new Draft(name, group, threads);
        drafts.add(draft);
        return draft;
    }
}

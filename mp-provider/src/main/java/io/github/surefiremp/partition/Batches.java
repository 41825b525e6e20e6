package io.github.surefiremp.partition;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts classes together that the user asked to run at the same time in one JVM: one by one they would keep one thread of
 * a worker busy each.
 *
 * <p>Only classes that need the same locks go together, since a unit holds its locks from its start to its end. Batches
 * are of about equal length, and there are some for each worker, so that workers end together. Classes that have to be
 * together are one batch, which holds the locks of all of them.
 */
final class Batches {
    /** So much for each thread that few of them wait for the last class of a batch. */
    private static final int CLASSES_PER_THREAD = 2;
    /** So few that a worker seldom waits for its threads to end. */
    private static final int MOST_PER_WORKER = 4;

    private final Partition.Options options;
    private final Estimates estimates;

    private record Kind(Set<LockNeed> locks, int threads, String together) {}

    private record Load(int batch, long micros) {}

    Batches(Partition.Options options, Estimates estimates) {
        this.options = options;
        this.estimates = estimates;
    }

    /** Whether it may run at the same time as others in its JVM. */
    boolean takes(Share share) {
        return share.group() == null
                && share.isAllOfTheClass()
                && !options.freshJvm()
                && share.testClass().threads().classes();
    }

    /** The batches; each class is in one of them, and they keep the order of the classes. */
    List<List<Share>> of(Collection<Share> shares) {
        Map<Kind, List<Share>> kinds = new LinkedHashMap<>();
        for (Share share : shares) {
            Threads threads = share.testClass().threads();
            Set<LockNeed> locks = options.locks() && threads.together().isEmpty() ? share.locks() : Set.of();
            Kind kind = new Kind(locks, options.alike() ? 1 : threads.count(), threads.together());
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(share);
        }
        List<List<Share>> batches = new ArrayList<>();
        // Of machines that share a suite, each may have other threads, but all must have the same batches.
        kinds.forEach((kind, alike) -> batches.addAll(
                kind.together().isEmpty() ? deal(alike, count(alike.size(), kind.threads())) : List.of(alike)));
        return batches;
    }

    private int count(int classes, int threads) {
        if (options.np() == 1) {
            return 1;
        }
        long perRound = (long) CLASSES_PER_THREAD * (options.alike() ? 1 : threads) * options.np();
        long rounds = Math.max(1, Math.min(MOST_PER_WORKER, classes / perRound));
        return (int) Math.min(classes, rounds * options.np());
    }

    /** The longest first, each to the batch that has least. */
    private List<List<Share>> deal(List<Share> shares, int count) {
        int[] batchOf = new int[shares.size()];
        PriorityQueue<Load> loads =
                new PriorityQueue<>(Comparator.comparingLong(Load::micros).thenComparing(Load::batch));
        IntStream.range(0, count).forEach(batch -> loads.add(new Load(batch, 0)));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> -estimates.of(shares.get(place)))
                        .thenComparing(place -> shares.get(place).testClass().name()))
                .forEach(place -> {
                    Load least = loads.remove();
                    batchOf[place] = least.batch();
                    // Nothing is known to take no time, or all would go into one batch.
                    loads.add(new Load(least.batch(), least.micros() + Math.max(1, estimates.of(shares.get(place)))));
                });
        List<List<Share>> batches = new ArrayList<>();
        IntStream.range(0, count).forEach(batch -> batches.add(new ArrayList<>()));
        IntStream.range(0, batchOf.length)
                .forEach(place -> batches.get(batchOf[place]).add(shares.get(place)));
        return batches;
    }
}

package io.github.surefiremp.partition;

import io.github.surefiremp.model.TestClass.Cut;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Decides into which parts a share of a class is cut. */
final class Cutter {
    /** Tests shorter than this together are not worth a unit of their own. */
    private static final long TINY = 50 * Estimates.MICROS_PER_MILLI;
    /** So many parts for each worker are enough to keep all of them busy to the end. */
    private static final long PARTS_PER_WORKER = 16;
    /** A cut that the user did not ask for must save at least this. */
    private static final long LEAST_GAIN = 200 * Estimates.MICROS_PER_MILLI;
    /** Where durations are unknown, a class with fewer pieces is not cut unasked. */
    private static final int LEAST_PIECES = 8;
    /** A long class is cut into parts that take about this share of one worker's time. */
    private static final int PARTS_OF_BOUND = 4;

    private final Partition.Options options;
    private final Estimates estimates;

    Cutter(Partition.Options options, Estimates estimates) {
        this.options = options;
        this.estimates = estimates;
    }

    /** The parts, ordered by their first pieces; together they are the share. */
    List<Share> cut(Share share) {
        boolean whole = share.isSerial()
                || share.testClass().cut() == Cut.NEVER
                || share.positions().size() < 2
                || options.granularity() == Granularity.CLASS
                // A single worker gains nothing, and each part would set the class up once more.
                || (options.np() == 1 && !options.isFresh(share.group()));
        if (whole) {
            return List.of(share);
        }
        boolean asked = options.granularity() == Granularity.METHOD || share.group() != null;
        List<List<Integer>> parts = asked ? asAsked(share) : unasked(share);
        return parts.stream().map(share::part).toList();
    }

    private List<List<Integer>> asAsked(Share share) {
        List<Integer> positions = share.positions();
        long enough = options.np() * PARTS_PER_WORKER;
        if (options.isFresh(share.group())) {
            return Slices.single(positions);
        }
        if (!positions.stream().allMatch(position -> known(share, position).isPresent())) {
            return positions.size() <= enough ? Slices.single(positions) : Slices.even(positions, (int) enough);
        }
        ToLongFunction<Integer> duration = position -> known(share, position).orElse(0);
        long target = Math.max(TINY, estimates.knownWork() / enough);
        List<List<Integer>> parts = Slices.upTo(target, positions, duration);
        int least = Math.min(positions.size(), options.np());
        return parts.size() >= least ? parts : Slices.balanced(positions, duration, least);
    }

    /** Cuts what would keep one worker busy when all others are done. */
    private List<List<Integer>> unasked(Share share) {
        List<Integer> positions = share.positions();
        List<List<Integer>> whole = List.of(positions);
        if (share.testClass().cut() != Cut.SAFE || options.freshJvm() || options.np() < 2) {
            return whole;
        }
        long estimate = estimates.of(share);
        double bound = (double) estimates.total() / options.np();
        double gain = estimate - bound;
        boolean worthIt = estimates.areDurations() ? gain >= LEAST_GAIN : positions.size() >= LEAST_PIECES;
        if (gain <= 0 || !worthIt) {
            return whole;
        }
        long wanted = Math.min((long) Math.ceil(estimate * PARTS_OF_BOUND / bound), options.np() * 4L);
        int count = (int) Math.min(positions.size(), Math.max(2, wanted));
        return Slices.balanced(positions, position -> estimates.of(share.testClass(), share.piece(position)), count);
    }

    private OptionalLong known(Share share, int position) {
        return estimates.knownOf(share.piece(position));
    }
}

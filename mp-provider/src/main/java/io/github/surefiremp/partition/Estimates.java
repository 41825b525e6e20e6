package io.github.surefiremp.partition;

import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Expected durations, in microseconds, so that shares of a millisecond count.
 *
 * <p>A class that nothing is known of counts as long as the median of the known ones. Where nothing at all is known,
 * each test counts as a millisecond, which says nothing but how classes compare.
 */
final class Estimates {
    static final long MICROS_PER_MILLI = 1_000;
    /** More than eleven days; what is longer is an error in the history, and sums must not overflow. */
    private static final long MOST_MILLIS = 1_000_000_000;

    private final Durations durations;
    private final Map<String, Long> byClass = new HashMap<>();
    private final boolean known;
    private final long knownWork;
    private final long total;

    Estimates(List<TestClass> classes, Durations durations) {
        this.durations = durations;
        List<Long> known = new ArrayList<>();
        for (TestClass testClass : classes) {
            knownOf(testClass).ifPresent(micros -> {
                known.add(micros);
                byClass.put(testClass.name(), micros);
            });
        }
        this.known = !known.isEmpty();
        this.knownWork = sum(known);
        long median = this.known ? median(known) : 0;
        for (TestClass testClass : classes) {
            byClass.putIfAbsent(testClass.name(), this.known ? median : testClass.tests() * MICROS_PER_MILLI);
        }
        this.total = sum(byClass.values());
    }

    /** Whether the duration of any class is known; else estimates are weights and no durations. */
    boolean areDurations() {
        return known;
    }

    /** All that is known, taken together. */
    long knownWork() {
        return knownWork;
    }

    /** All classes taken together. */
    long total() {
        return total;
    }

    /** What a share is expected to take. */
    long of(Share share) {
        return share.isAllOfTheClass()
                ? ofClass(share.testClass())
                : share.pieces().stream()
                        .mapToLong(piece -> of(share.testClass(), piece))
                        .sum();
    }

    /** What a piece is expected to take: an unknown one as much of its class as it has of the tests. */
    long of(TestClass testClass, Piece piece) {
        OptionalLong micros = known ? knownOf(piece) : OptionalLong.empty();
        return micros.isPresent()
                ? micros.getAsLong()
                : Math.round((double) ofClass(testClass) / Math.max(1, testClass.tests()) * piece.tests());
    }

    /** The known duration of a piece. */
    OptionalLong knownOf(Piece piece) {
        return micros(durations.ofPiece(piece));
    }

    private long ofClass(TestClass testClass) {
        return byClass.getOrDefault(testClass.name(), 0L);
    }

    private OptionalLong knownOf(TestClass testClass) {
        OptionalLong ofClass = micros(durations.ofClass(testClass.name()));
        if (ofClass.isPresent() || testClass.pieces().isEmpty()) {
            return ofClass;
        }
        long sum = 0;
        for (Piece piece : testClass.pieces()) {
            OptionalLong micros = knownOf(piece);
            if (micros.isEmpty()) {
                return micros;
            }
            sum += micros.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private static OptionalLong micros(OptionalLong millis) {
        return millis.isEmpty()
                ? millis
                : OptionalLong.of(Math.max(0, Math.min(MOST_MILLIS, millis.getAsLong())) * MICROS_PER_MILLI);
    }

    private static long sum(Iterable<Long> values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

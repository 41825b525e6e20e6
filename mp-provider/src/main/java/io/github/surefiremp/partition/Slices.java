package io.github.surefiremp.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts a list into slices of consecutive items; no slice is empty. */
final class Slices {
    private Slices() {}

    /** Slices of one item each. */
    static <T> List<List<T>> single(List<T> items) {
        return items.stream().map(List::of).toList();
    }

    /** Slices of about equal length. */
    static <T> List<List<T>> even(List<T> items, int count) {
        List<List<T>> slices = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            slices.add(items.subList((int) (i * items.size() / count), (int) ((i + 1) * items.size() / count)));
        }
        return slices;
    }

    /** Joins consecutive items as long as their sum stays at or below a limit. */
    static <T> List<List<T>> upTo(long limit, List<T> items, ToLongFunction<T> weight) {
        List<List<T>> slices = new ArrayList<>();
        int start = 0;
        long sum = 0;
        for (int i = 0; i < items.size(); i++) {
            long next = weight.applyAsLong(items.get(i));
            if (i > start && sum + next > limit) {
                slices.add(items.subList(start, i));
                start = i;
                sum = 0;
            }
            sum += next;
        }
        if (start < items.size()) {
            slices.add(items.subList(start, items.size()));
        }
        return slices;
    }

    /**
     * Slices of which the heaviest is as light as can be, and of the rest again the heaviest.
     *
     * @param count how many, at most as many as items
     */
    static <T> List<List<T>> balanced(List<T> items, ToLongFunction<T> weight, int count) {
        // An item without weight counts a little, so that such items are spread too.
        long[] weights = items.stream()
                .mapToLong(item -> Math.max(1, weight.applyAsLong(item)))
                .toArray();
        List<List<T>> slices = new ArrayList<>();
        int start = 0;
        for (int left = count; left > 0; left--) {
            long limit = limit(weights, start, left);
            int end = start;
            long sum = 0;
            while (end <= items.size() - left && sum + weights[end] <= limit) {
                sum += weights[end++];
            }
            slices.add(items.subList(start, end));
            start = end;
        }
        return slices;
    }

    /** The least that the heaviest slice weighs if all from start on is cut into so many. */
    private static long limit(long[] weights, int start, int count) {
        long[] rest = Arrays.copyOfRange(weights, start, weights.length);
        long low = Arrays.stream(rest).max().orElse(0);
        long high = Arrays.stream(rest).sum();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (needed(rest, middle) <= count) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int needed(long[] weights, long limit) {
        int slices = 1;
        long sum = 0;
        for (long weight : weights) {
            if (sum + weight > limit) {
                slices++;
                sum = 0;
            }
            sum += weight;
        }
        return slices;
    }
}

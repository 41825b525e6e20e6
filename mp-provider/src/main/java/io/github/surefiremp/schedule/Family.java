package io.github.surefiremp.schedule;

import java.util.Map;

/**
 * Units that need the same set-ups, of those that a worker keeps.
 *
 * @param prices of the set-ups by key, in milliseconds; empty for units without any
 */
record Family(Map<String, Double> prices) {
    static final Family NONE = new Family(Map.of());

    Family {
        prices = Map.copyOf(prices);
    }

    /** Whether they need nothing that could be kept. */
    boolean isNone() {
        return prices.isEmpty();
    }

    /** What a worker pays that has nothing. */
    double price() {
        return prices.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}

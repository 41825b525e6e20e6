package io.github.surefiremp.schedule;

import java.util.Map;
import java.util.Set;

/** Units that need the same set-ups, of those that a worker keeps. There is one object for each family of a queue. */
final class Family {
    static final Family NONE = new Family(Map.of());

    private final Set<String> names;
    private final String[] keys;
    private final double[] prices;

    /** @param prices of the set-ups by key, in milliseconds; empty for units without any */
    Family(Map<String, Double> prices) {
        names = Set.copyOf(prices.keySet());
        keys = names.stream().sorted().toArray(String[]::new);
        this.prices = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            this.prices[i] = prices.getOrDefault(keys[i], 0.0);
        }
    }

    /** Whether they need nothing that could be kept. */
    boolean isNone() {
        return keys.length == 0;
    }

    int size() {
        return keys.length;
    }

    String key(int index) {
        return keys[index];
    }

    double price(int index) {
        return prices[index];
    }

    /** The keys of all. */
    Set<String> keys() {
        return names;
    }
}

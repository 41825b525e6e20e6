package io.github.surefiremp.remember;

import io.github.surefiremp.model.SetUp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What it costs to set something up, learned from the classes that need it: what one took that had to, less what it takes
 * in a JVM that has it. The first class of a JVM says it less well, because it also warms up the JVM, and counts only
 * where no other does.
 */
public final class KnownPrices {
    /**
     * What counts where nothing was seen. Whoever names a set-up thinks that it is costly, and one that is done twice
     * costs more than one that is waited for.
     */
    static final double DEFAULT_MILLIS = 1_000;

    private final Map<String, Double> known = new HashMap<>();
    private final double usual;

    /**
     * @param expectations what is known of the classes
     * @param setUps what each class needs, by its name
     */
    public KnownPrices(Expectations expectations, Map<String, ? extends Collection<SetUp>> setUps) {
        Map<String, List<Double>> later = new HashMap<>();
        Map<String, List<Double>> first = new HashMap<>();
        double warmUp = Math.max(0, expectations.start().warmUpMillis());
        setUps.forEach((name, needed) -> {
            // Of several it is not known which of them cost it.
            if (needed.size() != 1 || expectations.ofClass(name).isEmpty()) {
                return;
            }
            String key = needed.iterator().next().key();
            double warm = expectations.ofClass(name).getAsLong();
            Occasions seen = expectations.occasions(name);
            if (seen.setUpMillis() >= 0) {
                add(later, key, seen.setUpMillis() - warm);
            }
            if (seen.coldMillis() >= 0) {
                add(first, key, seen.coldMillis() - warmUp - warm);
            }
        });
        first.forEach((key, prices) -> known.put(key, median(prices)));
        later.forEach((key, prices) -> known.put(key, median(prices)));
        usual = known.isEmpty() ? DEFAULT_MILLIS : median(new ArrayList<>(known.values()));
    }

    private static void add(Map<String, List<Double>> to, String key, double millis) {
        to.computeIfAbsent(key, name -> new ArrayList<>()).add(Math.max(0, millis));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** In milliseconds; empty if it was never seen. */
    public OptionalDouble known(String key) {
        Double price = known.get(key);
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
    }

    /** In milliseconds; what was never seen costs as much as the others do, and a second where there are none. */
    public double millis(SetUp setUp) {
        return known.getOrDefault(setUp.key(), usual);
    }
}

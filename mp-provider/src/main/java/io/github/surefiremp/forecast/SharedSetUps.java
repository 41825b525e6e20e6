package io.github.surefiremp.forecast;

import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.SetUpPrices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two set-ups as one.
 *
 * @param what the change, as an order to the reader
 * @param setUps with the change
 */
record SharedSetUps(String what, SetUpPrices setUps) {
    /**
     * Takes those two for one that are most alike and cost most: Spring contexts of the same application that differ in
     * what their names have in parentheses.
     */
    static Optional<SharedSetUps> merge(List<Unit> units, SetUpPrices prices) {
        Map<String, Map<String, SetUp>> alike = new TreeMap<>();
        for (Unit unit : units) {
            for (SetUp one : prices.setUps().apply(unit)) {
                int detail = one.name().indexOf(" (");
                if (one.key().startsWith(SetUp.SPRING)) {
                    alike.computeIfAbsent(
                                    detail < 0 ? one.name() : one.name().substring(0, detail),
                                    name -> new LinkedHashMap<>())
                            .put(one.key(), one);
                }
            }
        }
        return alike.values().stream()
                .filter(some -> some.size() > 1)
                .map(some -> some.values().stream()
                        .sorted(Comparator.comparingDouble(
                                        (SetUp one) -> -prices.priceMillis().applyAsDouble(one))
                                .thenComparing(SetUp::key))
                        .limit(2)
                        .toList())
                .max(Comparator.comparingDouble(pair -> prices.priceMillis().applyAsDouble(pair.get(1))))
                .map(pair -> of(pair.get(0), pair.get(1), prices));
    }

    private static SharedSetUps of(SetUp one, SetUp other, SetUpPrices prices) {
        SetUpPrices merged = new SetUpPrices(
                unit -> asOne(prices.setUps().apply(unit), one, other),
                prices.warmMillis(),
                prices.priceMillis(),
                prices.perWorker(),
                prices.partOfMachine());
        return new SharedSetUps(
                "one configuration for what needs \"" + one.name() + "\" and \"" + other.name() + "\"", merged);
    }

    private static Collection<SetUp> asOne(Collection<SetUp> all, SetUp one, SetUp other) {
        List<SetUp> result = new ArrayList<>();
        for (SetUp each : all) {
            result.add(each.key().equals(other.key()) ? new SetUp(one.key(), one.name(), each.kept()) : each);
        }
        return result;
    }
}

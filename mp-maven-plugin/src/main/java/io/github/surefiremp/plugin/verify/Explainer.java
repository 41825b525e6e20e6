package io.github.surefiremp.plugin.verify;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import io.github.surefiremp.plugin.verify.Explained.Explanation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks which differences between stock Surefire and mp there are between runs of stock Surefire too. */
final class Explainer {
    private final List<Difference> differences;
    /** How each further run of stock Surefire differs from the first one. */
    private final Map<RunKind, List<Difference>> further = new EnumMap<>(RunKind.class);

    Explainer(List<Difference> differences) {
        this.differences = differences;
    }

    /** Adds a run of stock Surefire, by how it differs from the first one. */
    void add(RunKind kind, List<Difference> differencesFromStock) {
        further.put(kind, differencesFromStock);
    }

    boolean hasUnexplained() {
        return explain().stream().anyMatch(one -> one.explanation() == Explanation.ONLY_MP);
    }

    /** Each difference with the first run that has it too. */
    List<Explained> explain() {
        return differences.stream()
                .map(one -> new Explained(one, explanation(one)))
                .toList();
    }

    private Explanation explanation(Difference difference) {
        for (Map.Entry<RunKind, List<Difference>> run : further.entrySet()) {
            if (run.getValue().stream().anyMatch(other -> covers(other, difference))
                    || namesChange(difference, run.getValue())) {
                return Explanation.of(run.getKey());
            }
        }
        return Explanation.ONLY_MP;
    }

    /** Whether what differs among runs of stock Surefire is what differs with mp, or more. */
    private static boolean covers(Difference stock, Difference mp) {
        return stock.isAboutTheSameAs(mp)
                && (stock.aspect() == mp.aspect()
                        || stock.aspect() == Aspect.OUTCOME && mp.aspect() == Aspect.DETAIL
                        || stock.aspect() == Aspect.PRESENCE);
    }

    /**
     * Whether the names of a class's tests are others in each run, such as names with a random value: then a name that
     * only mp had is nothing that mp brought in, as long as none is lost and none too many.
     */
    private boolean namesChange(Difference difference, List<Difference> stock) {
        return comesOrGoes(difference)
                && balance(difference, differences) == 0
                && balance(difference, stock) == 0
                && stock.stream().anyMatch(other -> comesOrGoes(other) && isOfSameClass(difference, other));
    }

    private static int balance(Difference of, List<Difference> differences) {
        return differences.stream()
                .filter(other -> comesOrGoes(other) && isOfSameClass(of, other))
                .mapToInt(other -> other.stock().equals(Difference.NOT_THERE) ? 1 : -1)
                .sum();
    }

    private static boolean comesOrGoes(Difference difference) {
        return difference.aspect() == Aspect.PRESENCE
                && difference.isOfTest()
                && (difference.stock().equals(Difference.NOT_THERE)
                        || difference.mp().equals(Difference.NOT_THERE));
    }

    private static boolean isOfSameClass(Difference one, Difference other) {
        return one.isInTheSameFileAs(other) && one.className().equals(other.className());
    }
}

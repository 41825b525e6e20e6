package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What failed when it ran last, of one execution. */
public final class Outcomes {
    /** The failed tests by top-level class; a class that failed outside of its tests has an empty list. */
    private final Map<String, List<TestKey>> failed = new HashMap<>();

    /**
     * @param module groupId:artifactId of the module
     * @param execution plugin and execution id
     */
    public Outcomes(History history, String module, String execution) {
        for (History.Row row : history.rows()) {
            TestKey key = row.key();
            if (key.module().equals(module)
                    && key.execution().equals(execution)
                    && Measurement.isFailure(row.lastOutcome())) {
                List<TestKey> tests = failed.computeIfAbsent(topLevel(key.className()), name -> new ArrayList<>());
                if (!key.method().equals(TestKey.WHOLE_CLASS)) {
                    tests.add(key);
                }
            }
        }
    }

    /** Whether a top-level class, or a test in it, failed. */
    public boolean failedIn(String className) {
        return failed.containsKey(className);
    }

    /**
     * The positions of the pieces that failed; empty if it is not known which, so that all of the class has to count.
     *
     * @param type a class that {@linkplain #failedIn failed}
     */
    public Set<Integer> failedPieces(TestClass type) {
        Set<Integer> positions = new HashSet<>();
        for (TestKey test : failed.getOrDefault(type.name(), List.of())) {
            boolean found = false;
            for (int i = 0; i < type.pieces().size(); i++) {
                if (isOf(test, type.pieces().get(i))) {
                    positions.add(i);
                    found = true;
                }
            }
            if (!found) {
                return Set.of();
            }
        }
        return positions;
    }

    private static boolean isOf(TestKey test, Piece piece) {
        if (piece.method().isEmpty()) {
            return test.className().equals(piece.className())
                    || test.className().startsWith(piece.className() + "$");
        }
        // Surefire names tests of a nested class by that class or, since 3.6, by the top-level one.
        return Expectations.isOf(test.method(), piece.method())
                && (test.className().equals(piece.className())
                        || test.className().equals(topLevel(piece.className())));
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}

package io.github.surefiremp.remember;

import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How long the tests of one execution will probably take, in milliseconds. */
public final class Expectations {
    private final Map<String, Long> classes = new HashMap<>();
    /** The rows of tests by the class that Surefire named with them. */
    private final Map<String, List<History.Row>> tests = new HashMap<>();

    /**
     * @param module groupId:artifactId of the module
     * @param execution plugin and execution id
     */
    public Expectations(History history, String module, String execution) {
        for (History.Row row : history.rows()) {
            TestKey key = row.key();
            if (!key.module().equals(module) || !key.execution().equals(execution)) {
                continue;
            }
            if (key.method().equals(TestKey.WHOLE_CLASS)) {
                classes.put(key.className(), row.typicalMillis());
            } else {
                tests.computeIfAbsent(key.className(), name -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** A top-level class with its set-up; empty if it never ran to its end. */
    public OptionalLong ofClass(String className) {
        Long known = classes.get(className);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** A piece with all its invocations; empty if it never ran. */
    public OptionalLong ofPiece(Piece piece) {
        // Surefire names tests of a nested class by that class or, since 3.6, by the top-level one.
        OptionalLong own = sum(piece.className(), piece.method());
        int nested = piece.className().indexOf('$');
        return own.isPresent() || nested < 0 ? own : sum(piece.className().substring(0, nested), piece.method());
    }

    private OptionalLong sum(String className, String method) {
        long sum = 0;
        boolean known = false;
        for (History.Row row : tests.getOrDefault(className, List.of())) {
            if (method.isEmpty() || isOf(row.key().method(), method)) {
                sum += row.typicalMillis();
                known = true;
            }
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** Surefire adds the parameters, or the number of the invocation, to the name of the method. */
    private static boolean isOf(String test, String method) {
        return test.startsWith(method)
                && (test.length() == method.length() || "({[".indexOf(test.charAt(method.length())) >= 0);
    }
}

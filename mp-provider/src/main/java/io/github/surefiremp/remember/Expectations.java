package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** How long the tests of one execution will probably take, in milliseconds. */
public final class Expectations {
    private final Map<String, Long> classes = new HashMap<>();
    /** The rows of tests by the class that Surefire named with them. */
    private final Map<String, List<History.Row>> tests = new HashMap<>();

    /** How long all tests of a top-level class take together. */
    private final Map<String, Long> testSums = new HashMap<>();

    private final Map<String, Long> testCounts = new HashMap<>();

    private final Map<String, Occasions> occasions = new HashMap<>();
    private final Map<String, Long> cpus = new HashMap<>();
    private final Map<String, Compiling> compiling = new HashMap<>();
    private final List<StartCost> starts = new ArrayList<>();
    /** Negative until it is asked for. */
    private long beside = Measurement.UNKNOWN;

    private long measured;
    private long cpu;

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
                occasions.put(key.className(), row.occasions());
                note(row);
            } else {
                testSums.merge(topLevel(key.className()), row.typicalMillis(), Long::sum);
                testCounts.merge(topLevel(key.className()), 1L, Long::sum);
                tests.computeIfAbsent(key.className(), name -> new ArrayList<>())
                        .add(row);
            }
        }
        classes.replaceAll(this::warm);
    }

    /**
     * What a class takes in a JVM that has all it needs. Where it never ran in such a one, that is its tests and what
     * others take beside theirs then.
     */
    private long warm(String className, long typical) {
        Occasions seen = occasions.getOrDefault(className, Occasions.UNKNOWN);
        if (seen.warmMillis() >= 0) {
            return seen.warmMillis();
        }
        long most = seen.setUpMillis() >= 0 ? seen.setUpMillis() : seen.coldMillis();
        Long tests = testSums.get(className);
        return most < 0 || tests == null ? typical : Math.min(most, tests + besideWhenWarm());
    }

    private long besideWhenWarm() {
        if (beside < 0) {
            List<Long> known = new ArrayList<>();
            occasions.forEach((name, seen) -> {
                Long tests = testSums.get(name);
                if (seen.warmMillis() >= 0 && tests != null) {
                    known.add(Math.max(0, seen.warmMillis() - tests));
                }
            });
            beside = Math.max(0, median(known));
        }
        return beside;
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    /** What a class found in its JVM, and how long it took then. */
    public Occasions occasions(String className) {
        return occasions.getOrDefault(className, Occasions.UNKNOWN);
    }

    private void note(History.Row row) {
        if (row.typicalCpuMillis() >= 0) {
            measured += row.typicalMillis();
            cpu += row.typicalCpuMillis();
            cpus.put(row.key().className(), row.typicalCpuMillis());
        }
        starts.add(row.start());
        compiling.put(row.key().className(), row.compiling());
    }

    /** How many tests top-level classes have, all together. */
    public long tests(Collection<String> names) {
        return names.stream()
                .mapToLong(name -> testCounts.getOrDefault(name, 0L))
                .sum();
    }

    /** What compiling costs the JVMs that run a class. */
    public Compiling compiling(String className) {
        return compiling.getOrDefault(className, Compiling.UNKNOWN);
    }

    /** How many cores a worker keeps busy on average while it runs tests; empty if unknown. */
    public OptionalDouble cpuShare() {
        return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cpu / measured);
    }

    /** How much CPU time classes use, all together; empty unless it is known of nine out of ten. */
    public OptionalLong cpuMillis(Collection<String> names) {
        long sum = 0;
        int known = 0;
        for (String name : names) {
            Long millis = cpus.get(name);
            if (millis != null) {
                sum += millis;
                known++;
            }
        }
        return known == 0 || known * 10 < names.size() * 9 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** What the start of a worker costs. */
    public StartCost start() {
        return new StartCost(
                median(StartCost::millis),
                median(StartCost::cpuMillis),
                median(StartCost::warmUpMillis),
                median(StartCost::warmUpCpuMillis),
                median(StartCost::readyMillis));
    }

    private long median(ToLongFunction<StartCost> of) {
        return median(starts.stream()
                .map(of::applyAsLong)
                .filter(millis -> millis >= 0)
                .toList());
    }

    private static long median(List<Long> values) {
        return values.isEmpty()
                ? Measurement.UNKNOWN
                : values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** A top-level class in a JVM that has run others and has all set-ups; empty if it never ran to its end. */
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

    /** A test as Surefire names it; empty if it never ran to its end. */
    public OptionalLong ofTest(String className, String method) {
        if (method.isEmpty()) {
            return OptionalLong.empty();
        }
        return tests.getOrDefault(className, List.of()).stream()
                .filter(row -> row.key().method().equals(method))
                .mapToLong(History.Row::typicalMillis)
                .findFirst();
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
    static boolean isOf(String test, String method) {
        return test.startsWith(method)
                && (test.length() == method.length() || "({[".indexOf(test.charAt(method.length())) >= 0);
    }
}

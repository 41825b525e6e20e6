package io.github.surefiremp.plugin.verify;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs, reports and differences to test with. */
final class Samples {
    static final ReportFolder FOLDER = new ReportFolder("shop", "surefire-reports", Path.of("/shop/target/reports"));

    private Samples() {}

    static TestCase passed(String className, String name) {
        return new TestCase(className, name, List.of());
    }

    static TestCase ended(String className, String name, String kind, String type, String message) {
        return new TestCase(className, name, List.of(new TestCase.Problem(kind, type, message, type + ": " + message)));
    }

    /** A suite whose numbers fit. */
    static Suite suite(String className, TestCase... cases) {
        return new Suite(
                "TEST-" + className + ".xml",
                new TreeMap<>(Map.of("name", className, "tests", String.valueOf(cases.length))),
                List.of(cases));
    }

    static Reports reports(Suite... suites) {
        return new Reports(
                Arrays.stream(suites)
                        .collect(Collectors.toMap(Suite::file, suite -> suite, (one, two) -> one, TreeMap::new)),
                new TreeSet<>(Arrays.stream(suites).map(Suite::textFile).toList()),
                Map.of(),
                Map.of());
    }

    static Outcome outcome(RunKind kind, Reports reports) {
        return outcome(kind, 0, Map.of(), reports);
    }

    static Outcome outcome(RunKind kind, int exitCode, Map<String, String> modules, Reports reports) {
        List<String> errors = exitCode == 0 ? List.of() : List.of("There are problems");
        return new Outcome(kind, exitCode, 1234, modules, Map.of(FOLDER, reports), List.of(), errors, Path.of("x.log"));
    }

    static Difference difference(Aspect aspect, String className, String test, String stock, String mp) {
        return new Difference(
                aspect,
                "shop",
                "surefire-reports",
                "TEST-" + className + ".xml",
                test.isEmpty() ? "" : className,
                test,
                stock,
                mp,
                "");
    }
}

package soak;

import java.util.ArrayList;
import java.util.List;

/**
 * What the report says of a test.
 *
 * @param kind passed, failure, error or skipped
 * @param text the message and stack trace
 * @param output what the report has as the test's output
 * @param times how often the test is in the reports
 */
record Outcome(String test, String kind, String text, String output, int times) {
    /** The kind that the report must say. */
    static String of(Fate fate) {
        return switch (fate) {
            case PASSES, SLOW, FLOODS, LONG_LINE, GARBAGE -> "passed";
            case FAILS -> "failure";
            case ABORTS -> "skipped";
            default -> "error";
        };
    }

    List<String> differences(Fate fate, long seed) {
        List<String> differences = new ArrayList<>();
        if (times != 1) {
            differences.add("it is " + times + " times in the reports");
        }
        if (!kind.equals(of(fate))) {
            differences.add("the report says " + kind + " " + shortened(text));
        } else if (!saysWhy(fate)) {
            differences.add("the report does not say why: " + shortened(text));
        }
        if (fate.isFatal()) {
            // What a JVM wrote last may be lost with it.
            return differences;
        }
        List<String> expected = expectedOutput(fate, seed);
        List<String> found = output.lines().filter(line -> !line.isBlank()).toList();
        if (!found.equals(expected)) {
            differences.add("its output has " + found.size() + " lines and not " + expected.size() + ": "
                    + shortened(output));
        }
        return differences;
    }

    private boolean saysWhy(Fate fate) {
        return switch (fate) {
            case FAILS -> text.contains("planned failure of " + test);
            case THROWS -> text.contains("planned exception of " + test);
            case ABORTS -> text.contains("planned abortion of " + test);
            case EXITS -> text.contains("exit code " + Fate.EXIT_CODE);
            case HALTS -> text.contains("exit code " + Fate.HALT_CODE);
            case KILLED -> text.contains("137") || text.contains("KILL");
            case SEGFAULT -> text.contains("hs_err_");
            case OUT_OF_MEMORY -> text.contains("exit code 3");
            case HANGS -> text.contains("mp.testTimeout");
            default -> true;
        };
    }

    private List<String> expectedOutput(Fate fate, long seed) {
        List<String> lines = new ArrayList<>();
        lines.add("begin " + test);
        if (fate == Fate.FLOODS) {
            int hash = test.indexOf('#');
            int count = Fate.lines(seed, test.substring(0, hash), test.substring(hash + 1));
            for (int i = 0; i < count; i++) {
                lines.add("flood " + test + " " + i);
            }
        }
        if (fate == Fate.LONG_LINE) {
            lines.add("long " + test + " " + "x".repeat(Fate.LONG_LINE_LENGTH));
        }
        return lines;
    }

    private static String shortened(String text) {
        String line = text.strip().replace('\n', ' ');
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}

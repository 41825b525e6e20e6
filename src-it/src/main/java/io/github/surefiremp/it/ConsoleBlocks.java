package io.github.surefiremp.it;

import java.util.List;

/** What the console shows of a test class: from its {@code Running} to its {@code Tests run}. */
public final class ConsoleBlocks {
    private ConsoleBlocks() {}

    /**
     * The lines of a class, with times and the frames below a test's own masked.
     *
     * @param invocation the number of Maven's invocation, from 1
     * @param className as Surefire prints it
     */
    public static List<String> of(BuildLog log, int invocation, String className) {
        List<String> lines = log.lines(invocation);
        int first = 0;
        while (first < lines.size() && !lines.get(first).endsWith("Running " + className)) {
            first++;
        }
        int last = first;
        while (last < lines.size() && !isSummary(lines.get(last), className)) {
            last++;
        }
        if (last == lines.size()) {
            throw new IllegalStateException("invocation " + invocation + " shows no block of " + className);
        }
        String block = String.join("\n", lines.subList(first, last + 1));
        return Traces.maskFrames(Traces.maskTimes(block)).lines().toList();
    }

    private static boolean isSummary(String line, String className) {
        return line.contains("Tests run: ") && line.endsWith(" in " + className);
    }
}

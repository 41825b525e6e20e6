package io.github.surefiremp.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Maven printed, by invocation: all of a project's invocations write into the same {@code build.log}.
 *
 * @param invocations in their order
 */
public record BuildLog(List<String> invocations) {
    private static final String BEGIN = "Scanning for projects";

    /** Reads the log of the project in the folder. */
    public static BuildLog read(Path folder) throws IOException {
        String text = new String(Files.readAllBytes(folder.resolve("build.log")), Charset.defaultCharset());
        List<String> parts = new ArrayList<>();
        for (int at = text.indexOf(BEGIN); at >= 0; ) {
            int next = text.indexOf(BEGIN, at + 1);
            parts.add(next < 0 ? text.substring(at) : text.substring(at, next));
            at = next;
        }
        return new BuildLog(List.copyOf(parts));
    }

    /** Whether an invocation, the first of which is number 1, printed the text. */
    public boolean says(int invocation, String text) {
        return invocation(invocation).contains(text);
    }

    /** How many lines of an invocation have the text. */
    public long count(int invocation, String text) {
        return lines(invocation).stream().filter(line -> line.contains(text)).count();
    }

    /** Whether a line that Maven marked as an error has the text. */
    public boolean tellsError(int invocation, String text) {
        return lines(invocation).stream().anyMatch(line -> line.startsWith("[ERROR]") && line.contains(text));
    }

    /** The lines of an invocation. */
    public List<String> lines(int invocation) {
        return invocation(invocation).lines().toList();
    }

    /** The lines of one execution of a plugin in an invocation, told by its id; empty where it did not run. */
    public List<String> linesOf(int invocation, String execution) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines(invocation)) {
            if (line.startsWith("[INFO] --- ")) {
                inside = line.contains("(" + execution + ")");
            } else if (line.startsWith("[INFO] BUILD ") || line.startsWith("[INFO] Reactor Summary")) {
                inside = false;
            } else if (inside) {
                found.add(line);
            }
        }
        return List.copyOf(found);
    }

    /** Short, because Groovy prints the operands of a failed assertion. */
    @Override
    public String toString() {
        return "a log of " + invocations.size() + " invocations";
    }

    private String invocation(int number) {
        if (number < 1 || number > invocations.size()) {
            throw new IllegalArgumentException(
                    "the log has " + invocations.size() + " invocations, number " + number + " is not among them");
        }
        return invocations.get(number - 1);
    }
}

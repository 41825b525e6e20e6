package io.github.surefiremp.plugin.verify;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read from the log of a build. */
final class MavenLog {
    private static final Pattern RESULT =
            Pattern.compile("\\[INFO\\] (.+?) \\.* ?(SUCCESS|FAILURE|SKIPPED|UNKNOWN)( \\[.*)?");
    static final String SUCCESS = "SUCCESS";
    static final String SKIPPED = "SKIPPED";
    private static final int MOST_ERRORS = 20;

    private final List<String> lines;

    MavenLog(List<String> lines) {
        this.lines = lines;
    }

    static MavenLog read(Path file) throws IOException {
        return new MavenLog(new String(Files.readAllBytes(file), Charset.defaultCharset())
                .lines()
                .toList());
    }

    /**
     * The modules that did not succeed, and how they ended; empty if there was only one module. Maven 4 leaves out those
     * that succeeded before the first one that did not.
     */
    Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        boolean inSummary = false;
        for (String line : lines) {
            if (line.startsWith("[INFO] Reactor Summary")) {
                inSummary = true;
                // A build within the build has its own; the last one is Maven's.
                modules.clear();
            } else if (line.startsWith("[INFO] BUILD ")) {
                inSummary = false;
            } else if (inSummary) {
                Matcher result = RESULT.matcher(line);
                if (result.matches() && !result.group(2).equals(SUCCESS)) {
                    modules.put(result.group(1), result.group(2));
                }
            }
        }
        return modules;
    }

    /** The first errors after the build has ended, which tell why it failed. */
    List<String> errors() {
        int end = lines.lastIndexOf("[INFO] BUILD FAILURE");
        return lines.subList(Math.max(0, end), lines.size()).stream()
                .filter(line -> line.startsWith("[ERROR] ") && line.length() > "[ERROR] ".length())
                .map(line -> line.substring("[ERROR] ".length()))
                .limit(MOST_ERRORS)
                .toList();
    }
}

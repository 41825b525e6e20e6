package io.github.surefiremp.plugin.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What mp did with an execution of Surefire or Failsafe.
 *
 * @param module its artifact id
 * @param execution such as {@code surefire:default-test}
 * @param np 0 where mp stayed out
 * @param why as in mp's log line
 * @param reports the folder for the reports
 */
public record Note(String module, String execution, int np, String why, String reports) {
    private static final String SEPARATOR = "\t";

    String line() {
        return String.join(SEPARATOR, module, execution, String.valueOf(np), oneLine(why), oneLine(reports)) + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s", " ");
    }

    /** Reads what was noted; nothing where no test was about to run. */
    static List<Note> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.split(SEPARATOR, -1))
                .map(cells -> new Note(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]))
                .toList();
    }
}

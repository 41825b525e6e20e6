package suites;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mp's run.jsonl tells. */
final class Journal {
    static final String FILE = "run.jsonl";
    private static final Pattern EVENT = Pattern.compile("\"event\":\"(runStart|testStart)\",\"at\":(\\d+)");
    private static final double MILLIS_PER_SECOND = 1000;

    private Journal() {}

    /** How many seconds the first run needed from its begin to its first test, which is the start of a worker; or 0. */
    static double start(Path project) throws IOException {
        for (Path folder : Folders.ofMp(project)) {
            Path file = folder.resolve(FILE);
            if (Files.exists(file)) {
                return untilFirstTest(file);
            }
        }
        return 0;
    }

    private static double untilFirstTest(Path file) throws IOException {
        long runStart = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher event = EVENT.matcher(line);
                if (event.find()) {
                    long at = Long.parseLong(event.group(2));
                    if (event.group(1).equals("testStart")) {
                        return (at - runStart) / MILLIS_PER_SECOND;
                    }
                    runStart = at;
                }
            }
        }
        return 0;
    }
}

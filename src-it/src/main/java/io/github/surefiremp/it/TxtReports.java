package io.github.surefiremp.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Surefire's {@code .txt} reports, compared with times and the frames below a test's own masked. */
public final class TxtReports {
    private TxtReports() {}

    /** What differs between the two folders' text files; empty when nothing does. */
    public static List<String> compare(Path stockDir, Path mpDir) throws IOException {
        Differences differences = new Differences();
        compare(stockDir, mpDir, differences);
        return differences.lines();
    }

    static void compare(Path stockDir, Path mpDir, Differences differences) throws IOException {
        TreeSet<String> both = new TreeSet<>(Reports.names(stockDir, ".txt"));
        both.retainAll(Reports.names(mpDir, ".txt"));
        for (String name : both) {
            differences.compare(name, read(stockDir.resolve(name)), read(mpDir.resolve(name)));
        }
    }

    private static String read(Path file) throws IOException {
        // Surefire writes these files in the platform's charset; a wrong guess may not fail the comparison.
        String text = new String(Files.readAllBytes(file), Charset.defaultCharset());
        return Traces.maskFrames(Traces.maskTimes(text));
    }
}

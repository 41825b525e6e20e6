package io.github.surefiremp.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Surefire's {@code .txt} reports, compared with times and the frames below a test's own masked. */
public final class TxtReports {
    /** Of TestNG below Surefire 3.6: with several workers the order of its classes is nobody's promise. */
    private static final String ALL_CLASSES = "TestSuite.txt";

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
            String stock = read(stockDir.resolve(name));
            String mp = read(mpDir.resolve(name));
            boolean manyClasses = name.equals(ALL_CLASSES);
            differences.compare(name, manyClasses ? sorted(stock) : stock, manyClasses ? sorted(mp) : mp);
        }
    }

    private static String sorted(String text) {
        return String.join("\n", text.lines().sorted().toList());
    }

    private static String read(Path file) throws IOException {
        // Surefire writes these files in the platform's charset; a wrong guess may not fail the comparison.
        String text = new String(Files.readAllBytes(file), Charset.defaultCharset());
        return Traces.maskFrames(Traces.maskTimes(text));
    }
}

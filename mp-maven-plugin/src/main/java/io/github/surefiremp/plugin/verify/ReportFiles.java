package io.github.surefiremp.plugin.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Moves the files that Surefire and Failsafe write, and nothing else that is in the same folder. */
final class ReportFiles {
    private static final String RULE = "-----";

    private ReportFiles() {}

    /** The reports in a folder; none where it does not exist. */
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(ReportFiles::isReport)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static void move(Path folder, Path to) throws IOException {
        for (Path file : in(folder)) {
            Files.createDirectories(to);
            Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void copy(Path folder, Path to) throws IOException {
        for (Path file : in(folder)) {
            Files.createDirectories(to);
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isReport(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.startsWith("TEST-") && name.endsWith(".xml"))
                || isSummary(file)
                || name.endsWith("-output.txt")
                || name.endsWith(".dump")
                || name.endsWith(".dumpstream")
                || (name.endsWith(".txt") && beginsWithRule(file));
    }

    /** Whether it is a failsafe-summary.xml, under whichever name. */
    static boolean isSummary(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".xml")
                && firstLines(file).anyMatch(line -> line.contains("<failsafe-summary"));
    }

    private static boolean beginsWithRule(Path file) {
        return firstLines(file).findFirst().orElse("").startsWith(RULE);
    }

    private static Stream<String> firstLines(Path file) {
        // Every byte is a character here, so a file in whatever charset can be read.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return reader.lines().limit(3).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }
}

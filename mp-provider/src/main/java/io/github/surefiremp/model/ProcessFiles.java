package io.github.surefiremp.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files with the process that made them in their names, so that the next run can remove what a killed Maven
 * has left. Whoever makes one deletes it; this is for those who could not.
 */
public final class ProcessFiles {
    private static final String OWNER = ".of-";
    private static final Pattern NAME = Pattern.compile(".*\\.of-(\\d{1,18})\\..*");

    private ProcessFiles() {}

    /** Creates an empty file that only the user can read. */
    public static Path create(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix + owner(), suffix);
    }

    /** A path beside another one, which nobody else uses; there is no file yet. */
    public static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + owner() + UUID.randomUUID());
    }

    private static String owner() {
        return OWNER + ProcessHandle.current().pid() + ".";
    }

    /** Deletes those of processes that are gone; trouble is none. */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + OWNER + "*")) {
            for (Path file : files) {
                Matcher matcher = NAME.matcher(file.getFileName().toString());
                if (matcher.matches() && isGone(matcher.group(1))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            // They are small, and the next run tries again.
        }
    }

    private static boolean isGone(String pid) {
        return !Liveness.isRunning(Long.parseLong(pid));
    }
}

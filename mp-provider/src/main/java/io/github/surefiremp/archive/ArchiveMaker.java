package io.github.surefiremp.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes archives that are wanted, in processes that go on when Maven has ended and hold none of its streams. Each takes
 * about two seconds of CPU, with the lowest priority, and once for a JDK and versions of JUnit, Surefire and mp.
 */
public final class ArchiveMaker {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final File NOTHING = new File("/dev/null");
    private static final String MAIN = "io.github.surefiremp.run.ArchiveMain";

    /** More at once would keep the machine busy after a build. */
    private static final int MOST_AT_ONCE = 2;

    private static final int MOST_KEPT = 20;
    private static final long UNUSED_MILLIS = 30L * 24 * 60 * 60 * 1000;
    private static final long RETRY_MILLIS = 60L * 60 * 1000;

    /** They would change what the JVM that makes the archive does, or print. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * $0 is the folder. The size comes last, since it says that the archive is complete; both appear by being renamed.
     * If it fails, the file that says that somebody makes it stays, and keeps the next builds from failing again.
     */
    private static final String SCRIPT = """
            trap : HUP INT QUIT TERM
            cd "$0" || exit 1
            if command -p nice -n 19 "$@" && [ -s new.jsa ]; then
              command -p mv new.jsa archive.jsa &&
              command -p wc -c <archive.jsa >new.size &&
              command -p mv new.size size &&
              command -p rm -f making wanted
            else
              command -p rm -f new.jsa
            fi
            """;

    private ArchiveMaker() {}

    /** Whether this machine can have them. */
    public static boolean isPossible() {
        return Files.isExecutable(SHELL) && NOTHING.exists();
    }

    /**
     * Starts to make those that are wanted and not there, and returns at once.
     *
     * @param archives the private folder of all of them
     * @return how many
     */
    public static int make(Path archives) throws IOException {
        List<Path> folders;
        try (Stream<Path> listed = Files.list(archives)) {
            folders = listed.filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong(ArchiveMaker::usedMillis).reversed())
                    .toList();
        }
        long now = System.currentTimeMillis();
        int started = 0;
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            if (i >= MOST_KEPT || now - usedMillis(folder) > UNUSED_MILLIS) {
                delete(folder);
            } else if (started < MOST_AT_ONCE && isWanted(folder, now)) {
                start(folder);
                started++;
            }
        }
        return started;
    }

    private static long usedMillis(Path folder) {
        Path size = folder.resolve(ClassArchive.SIZE);
        try {
            return Files.getLastModifiedTime(Files.exists(size) ? size : folder).toMillis();
        } catch (IOException e) {
            // Somebody else has just deleted it.
            return 0;
        }
    }

    private static boolean isWanted(Path folder, long now) throws IOException {
        if (!Files.exists(folder.resolve(ClassArchive.WANTED)) || Files.exists(folder.resolve(ClassArchive.SIZE))) {
            return false;
        }
        Path making = folder.resolve(ClassArchive.MAKING);
        if (Files.exists(making) && now - Files.getLastModifiedTime(making).toMillis() > RETRY_MILLIS) {
            Files.deleteIfExists(making);
        }
        try {
            Files.createFile(making);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void start(Path folder) throws IOException {
        List<String> wanted = Files.readAllLines(folder.resolve(ClassArchive.WANTED));
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, folder.toString()));
        command.add(wanted.get(0));
        // A heap as small as that has the form of references that JVMs have by default.
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
        command.addAll(List.of("-XX:ArchiveClassesAtExit=new.jsa", "-classpath"));
        command.add(String.join(File.pathSeparator, wanted.subList(1, wanted.size())));
        command.add(MAIN);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(NOTHING)
                .redirectOutput(NOTHING)
                .redirectError(NOTHING);
        builder.environment().keySet().removeAll(VARIABLES);
        builder.start();
    }

    /** A JVM that has mapped an archive goes on with it. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}

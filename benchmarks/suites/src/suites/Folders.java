package suites;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Folders of a project that are found, or deleted. */
final class Folders {
    private static final Set<String> REPORTS = Set.of("surefire-reports", "failsafe-reports");
    private static final Set<String> NOT_LOOKED_INTO =
            Set.of(".git", "src", "node_modules", "classes", "test-classes", "maven-status");

    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What mp keeps for each module. */
    static List<Path> ofMp(Path project) throws IOException {
        return inTarget(project, Set.of("mp"));
    }

    static List<Path> ofReports(Path project) throws IOException {
        return inTarget(project, REPORTS);
    }

    /** Folders with one of these names in any module's {@code target}. */
    private static List<Path> inTarget(Path project, Set<String> names) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(project)) {
                    return FileVisitResult.CONTINUE;
                }
                Path name = folder.getFileName();
                if (folder.getParent().endsWith("target")) {
                    if (names.contains(name.toString())) {
                        found.add(folder);
                    }
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return NOT_LOOKED_INTO.contains(name.toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}

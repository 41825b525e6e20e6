package robust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class Disturbance {
    private Disturbance() {}

    static void now() throws Exception {
        if (System.getProperty("deletes") != null) {
            delete();
        }
        String build = System.getProperty("meets", "");
        if (!build.isEmpty()) {
            meet(build);
        }
    }

    /** Two workers of each of two builds wait for each other, so that none has ended before all have started. */
    private static void meet(String build) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/met"));
        Files.writeString(folder.resolve(build + System.getProperty("mp.worker")), "here");
        for (int i = 0; i < 1_200; i++) {
            try (Stream<Path> all = Files.list(folder)) {
                if (all.count() == 4) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the others did not come");
    }

    /** What somebody deletes who thinks that no build runs; the classes stay. */
    private static void delete() throws IOException {
        for (String name : List.of("mp", "surefire", "reports-deleted")) {
            Path folder = Path.of("target", name);
            if (!Files.exists(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}

package robust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class Deleting {
    private Deleting() {}

    /** What somebody deletes who thinks that no build runs; the classes stay. */
    static void now() throws IOException {
        if (System.getProperty("deletes") == null) {
            return;
        }
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

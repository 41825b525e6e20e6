package live;

import java.nio.file.Files;
import java.nio.file.Path;

abstract class Waiting {
    private static final int TRIES = 1_200;

    /** Prints, and waits until it is told to go on, if there is somebody to tell so. */
    void await() throws Exception {
        System.out.println("printed by " + getClass().getSimpleName());
        if (System.getProperty("waits") == null) {
            return;
        }
        for (int i = 0; i < TRIES && !Files.exists(Path.of("target/go")); i++) {
            Thread.sleep(50);
        }
        if (!Files.exists(Path.of("target/go"))) {
            throw new IllegalStateException("nobody said go");
        }
    }
}

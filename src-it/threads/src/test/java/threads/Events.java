package threads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What all JVMs write down, a line for each event: millis, worker, thread, what. */
public final class Events {
    private static final Path FOLDER = Path.of(System.getProperty("events"));
    private static final String WORKER = System.getProperty("mp.worker", "none");

    private Events() {}

    /** Logs the start of something that takes its time, and its end. */
    public static void during(String what, long millis) {
        log("start " + what);
        pause(millis);
        log("end " + what);
    }

    /** One short write to the end of the file is not torn by others, and their order is the order of the events. */
    public static synchronized void log(String what) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve("log"),
                    WORKER + " " + Thread.currentThread().getId() + " " + what + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

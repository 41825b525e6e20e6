package parallel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all JVMs write down: which test started and ended where; and who has come in this one. */
public final class Events {
    private static final Path FOLDER = Path.of(System.getProperty("events"));
    private static final String WORKER = System.getProperty("mp.worker", "none");
    private static final long DEADLINE_MILLIS = 30_000;
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Set<String> PRESENT = ConcurrentHashMap.newKeySet();

    private Events() {}

    /** Logs the start of a test; what it returns is for its end. */
    public static String start(String test) {
        String who = test + " " + WORKER + " " + ProcessHandle.current().pid() + " " + STARTED.getAndIncrement();
        append("start " + who);
        return who;
    }

    /** Logs the end of a test. */
    public static void end(String started) {
        append("end " + started);
    }

    /** Waits until somebody else has come in the same JVM. */
    public static void meet(String me) {
        PRESENT.add(me);
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (PRESENT.size() < 2) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError(me + " was alone in its JVM");
            }
            pause(10);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** One short write to the end of the file is not torn by those of other processes. */
    private static void append(String line) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

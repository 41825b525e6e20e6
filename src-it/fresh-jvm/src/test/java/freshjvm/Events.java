package freshjvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** What all JVMs write down: which test started and ended where, and who has come to meet another one. */
public final class Events {
    private static final Path FOLDER = Path.of(System.getProperty("events"));
    private static final String WORKER = System.getProperty("mp.worker", "none");
    private static final long DEADLINE_MILLIS = 30_000;
    private static final AtomicInteger STARTED = new AtomicInteger();

    private Events() {}

    /** Logs what the first test of a JVM finds there, which must not depend on how the JVM was started. */
    static void lookAround() {
        // Without mp Surefire's commands come in there.
        if (STARTED.get() > 0 || WORKER.equals("none")) {
            return;
        }
        String thread = new Thread(() -> {}).getName();
        String main = withoutDigits(System.getProperty("sun.java.command").split(" ")[0]);
        String classPath = withoutDigits(System.getProperty("java.class.path"));
        try {
            int input = System.in.read();
            append("jvms", ProcessHandle.current().pid() + " " + thread + " " + input + " " + main + " " + classPath);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Files of a run have numbers in their names. */
    private static String withoutDigits(String text) {
        return text.replaceAll("[0-9]+", "");
    }

    /** Logs the start of a test; what it returns is for its end. */
    public static String start(String test) {
        String who = test + " " + WORKER + " " + ProcessHandle.current().pid() + " " + STARTED.getAndIncrement();
        append("log", "start " + who);
        return who;
    }

    /** Logs the end of a test. */
    public static void end(String started) {
        append("log", "end " + started);
    }

    /** Comes, and waits for the other one, which must run at the same time. Without mp nobody else can. */
    public static void meet(String me, String other) {
        come(me);
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (!WORKER.equals("none") && !hasCome(other)) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError(other + " did not come while " + me + " waited");
            }
            pause(10);
        }
    }

    /** Lets others know. */
    public static void come(String me) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(me), "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static boolean hasCome(String other) {
        return Files.exists(FOLDER.resolve(other));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** One short write to the end of the file is not torn by those of other processes. */
    private static void append(String file, String line) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.github.surefiremp.run;

import io.github.surefiremp.standby.StandbyJvm;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The main class of a JVM that becomes warm, waits, and goes on as Surefire's fork when it is handed out. */
public final class StandbyMain {
    private static final String BOOTER = "org.apache.maven.surefire.booter.ForkedBooter";

    /** Kept while the JVM lives: it holds the connection to whoever took it. */
    @SuppressWarnings("unused")
    private static @Nullable StandbyJvm self;

    private StandbyMain() {}

    /**
     * Becomes warm, and waits.
     *
     * @param arguments the folder of this JVM's files
     */
    public static void main(String[] arguments) throws Throwable {
        String[] told = new String[0];
        UnusedSignals signals = new UnusedSignals();
        try {
            Optional<List<String>> handedOut = warmAndWait(Path.of(arguments[0]));
            if (handedOut.isEmpty()) {
                halt(0);
            }
            told = handedOut.orElseThrow().toArray(told);
        } catch (Throwable e) {
            halt(1);
        }
        signals.restore();
        System.setProperty("sun.java.command", command(told));
        try {
            Class.forName(BOOTER).getMethod("main", String[].class).invoke(null, (Object) told);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Optional<List<String>> warmAndWait(Path folder) throws Exception {
        StandbyJvm jvm = StandbyJvm.begin(folder);
        self = jvm;
        jvm.recipe().properties().forEach(System::setProperty);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        // As the booter will do, for what is loaded before it.
        loader.setDefaultAssertionStatus(jvm.recipe().assertions());
        WarmUp.run();
        // What the warm-up left behind shall not be what the tests' memory is full of.
        System.gc();
        return jvm.await();
    }

    /** Without shutdown hooks: agents write files in them, and nothing has run here. */
    private static void halt(int code) {
        Runtime.getRuntime().halt(code);
    }

    /** What a worker of its own would show. */
    private static String command(String[] arguments) {
        String path = System.getProperty("java.class.path", "");
        boolean jar = System.getProperty("sun.java.command", "").startsWith(path + " ");
        return (jar ? path : BOOTER) + " " + String.join(" ", arguments);
    }
}

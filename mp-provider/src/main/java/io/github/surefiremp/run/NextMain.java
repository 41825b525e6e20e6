package io.github.surefiremp.run;

import io.github.surefiremp.model.Preload;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of a JVM that is started before it is needed: it loads what every worker needs, and goes on as
 * Surefire's fork when it is told to.
 *
 * <p>Classes are loaded, but no code of theirs runs, so that a test finds the JVM as it would find a new one. What the
 * JVM is told comes through its standard input from the one who has started it, so nobody else can tell it anything,
 * and it ends at once when he is gone. Afterwards that input is at its end, as a worker's always is.
 */
public final class NextMain {
    private static final String BOOTER = "org.apache.maven.surefire.booter.ForkedBooter";

    private NextMain() {}

    /** Waits until it is told what to become. */
    public static void main(String[] unused) throws Throwable {
        UnusedSignals signals = new UnusedSignals();
        String[] told = new String[0];
        try {
            Preload.load(
                    List.of(Preload.Classes.BOOTER, Preload.Classes.WORKER),
                    Thread.currentThread().getContextClassLoader());
            // Not System.in, so that its buffer is as in a new JVM.
            List<String> read = read(new FileInputStream(FileDescriptor.in));
            System.setProperty("sun.java.command", String.join(" ", read));
            told = read.subList(1, read.size()).toArray(told);
        } catch (Throwable e) {
            // Nobody needs it. Without shutdown hooks: agents write files in them, and nothing has run here.
            Runtime.getRuntime().halt(0);
        }
        signals.restore();
        try {
            Class.forName(BOOTER).getMethod("main", String[].class).invoke(null, (Object) told);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /**
     * The other side.
     *
     * @param to the standard input of such a JVM; is closed
     * @param shown what a worker's JVM shows as its main class or jar
     * @param arguments those of Surefire's booter
     */
    public static void tell(OutputStream to, String shown, List<String> arguments) throws IOException {
        try (DataOutputStream out = new DataOutputStream(to)) {
            out.writeInt(arguments.size() + 1);
            out.writeUTF(shown);
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
        }
    }

    private static List<String> read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}

package io.github.surefiremp.surefire.fork;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What Surefire's one fork is with mp: it tells how it was started, and waits. Surefire cannot do without a fork, but
 * mp's controller is in Maven's JVM; this is how it gets the arguments, the environment and the working directory that
 * Surefire would give to a fork.
 *
 * <p>It ends when its input does, so never later than Maven.
 */
public final class ForkMain {
    /** A line that comes before all else, in case that something prints before it, such as a script that starts java. */
    static final String BEGIN = "mp-fork-1";

    private ForkMain() {}

    /** @param arguments with which Surefire would start a fork */
    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            tell(arguments, System.getenv(), System.getProperty("user.dir", ""), out);
            out.flush();
            try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
                while (in.read() >= 0) {
                    // Nothing is said to it.
                }
            }
        }
    }

    static void tell(String[] arguments, Map<String, String> environment, String directory, OutputStream to)
            throws IOException {
        to.write(("\n" + BEGIN + "\n").getBytes(StandardCharsets.US_ASCII));
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(arguments.length);
        for (String argument : arguments) {
            write(argument, out);
        }
        out.writeInt(environment.size());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            write(variable.getKey(), out);
            write(variable.getValue(), out);
        }
        write(directory, out);
        out.flush();
    }

    /** With its length as a number, because a class path in the environment can be longer than Java's own way allows. */
    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

package io.github.surefiremp.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether processes run.
 *
 * <p>For the JDK a process is alive until its parent has asked for its exit code. In a container whose first process is
 * no init, nobody ever asks for that of a process whose parent is gone: it ran to its end, and stays as a zombie.
 */
public final class Liveness {
    private static final Path PROCESSES = Path.of("/proc");

    private Liveness() {}

    /** Whether it is there and has not ended. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Whether there is a process of that number that has not ended. */
    public static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(Liveness::isRunning).isPresent();
    }

    private static boolean isZombie(long pid) {
        Path stat = PROCESSES.resolve(Long.toString(pid)).resolve("stat");
        try {
            // The name of the program is in parentheses, and may have some itself.
            String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            int state = text.lastIndexOf(')') + 2;
            return state > 1 && state < text.length() && "ZX".indexOf(text.charAt(state)) >= 0;
        } catch (IOException | RuntimeException e) {
            // Not Linux, or gone meanwhile, which the JDK sees as well.
            return false;
        }
    }
}

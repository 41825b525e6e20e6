package io.github.surefiremp.standby;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine's memory that nobody uses, or that the system would give away. */
public final class FreeMemory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";
    private static final long KIBI = 1024;

    private FreeMemory() {}

    /** In bytes. */
    public static long bytes() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return 0;
        }
        try {
            for (String line : Files.readAllLines(LINUX)) {
                if (line.startsWith(AVAILABLE)) {
                    String number =
                            line.substring(AVAILABLE.length()).replace("kB", "").trim();
                    // A container may have less than the machine.
                    return Math.min(Long.parseLong(number) * KIBI, system.getTotalMemorySize());
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Another system.
        }
        return system.getFreeMemorySize();
    }
}

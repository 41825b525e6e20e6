package compilers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ATest {
    private static final long ENOUGH_NANOS = 1_500_000_000L;

    /** Computes for long enough that mp trusts what it measures. */
    @Test
    void computes() throws IOException {
        long before = cpuTime();
        long words = 0;
        while (cpuTime() - before < ENOUGH_NANOS) {
            words += IntStream.range(0, 10_000)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.groupingBy(String::length))
                    .size();
        }
        assertTrue(words > 0);
        record();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void record() throws IOException {
        List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Path folder = Files.createDirectories(Path.of(System.getProperty("record")));
        Files.writeString(folder.resolve(getClass().getSimpleName()), String.join("\n", arguments));
    }
}

package ends;

import io.github.surefiremp.coordination.Mp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ends Maven when all is set up, and waits. */
class Killed2Test {
    @Test
    void endsMaven() throws InterruptedException, IOException {
        long session = Mp.session().shared(OfTheSession.class);
        Journal.await("OfTheWorker up");
        ProcessHandle maven = maven(ProcessHandle.current()).orElseThrow();
        List<Long> all = Stream.concat(Stream.of(maven), maven.descendants())
                .map(ProcessHandle::pid)
                .toList();
        all.forEach(pid -> Journal.write("JVM " + pid));
        Journal.write("killed at " + System.currentTimeMillis());
        switch (System.getProperty("signal")) {
            case "KILL" -> maven.destroyForcibly();
            case "TERM" -> maven.destroy();
            default -> endAll(all);
        }
        new CountDownLatch(1).await();
    }

    private static void endAll(List<Long> all) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-TERM"));
        all.forEach(pid -> command.add(Long.toString(pid)));
        new ProcessBuilder(command).start();
    }

    /** Not just any Maven: this one is itself started by one. */
    private static Optional<ProcessHandle> maven(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        return parent.isEmpty() || parent.get().info().commandLine().orElse("").contains("-Dvariant=")
                ? parent
                : maven(parent.get());
    }
}

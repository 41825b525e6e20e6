package suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Maven in a project's folder.
 *
 * @param command such as {@code mvn}
 * @param always arguments that each call has
 * @param token by which processes are recognised; the same in all calls, because standby JVMs are kept for builds with
 *     the same environment
 */
record Maven(Path project, String command, List<String> always, Path logs, String token) {
    private static final long SAMPLE_MILLIS = 100;
    /** The time of a process that ends is what it was when last seen, so that is asked for more often. */
    private static final int CPU_SAMPLES = 5;

    private static final long IDLE_MILLIS = 500;
    private static final long IDLE_TICKS = 1;
    private static final int IDLE_TIMES = 3;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int LINES_SHOWN = 40;

    /** Runs it to its end, and fails if it does. */
    Figures run(String name, List<String> arguments) throws IOException, InterruptedException {
        for (Path folder : Folders.ofMp(project)) {
            Files.deleteIfExists(folder.resolve(Journal.FILE));
        }
        for (Path folder : Folders.ofReports(project)) {
            Folders.delete(folder);
        }
        List<String> line = new ArrayList<>(List.of(command, "-B", "-ntp"));
        line.addAll(always);
        line.addAll(arguments);
        Files.createDirectories(logs);
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put(Sampler.VARIABLE, token);

        Sampler sampler = new Sampler(token);
        long reaped = Stat.ofThisProcess().reapedTicks();
        long own = Stat.ofThisProcess().cpuTicks();
        long machine = Stat.ofMachine();
        long start = System.nanoTime();
        Process maven = builder.start();
        // Also noticed while this thread looks at processes.
        CompletableFuture<Long> end = maven.onExit().thenApply(ended -> System.nanoTime());
        sampler.watch(maven.pid());
        for (int i = 1; !maven.waitFor(SAMPLE_MILLIS / CPU_SAMPLES, TimeUnit.MILLISECONDS); i++) {
            if (i % CPU_SAMPLES == 0) {
                sampler.sample();
            } else {
                sampler.sampleCpu();
            }
        }
        double wall = (end.join() - start) / 1e9;
        sampler.ended();
        long cpu = Stat.ofThisProcess().reapedTicks() - reaped + sampler.detachedTicks();
        long all = Stat.ofMachine() - machine - (Stat.ofThisProcess().cpuTicks() - own);
        if (maven.exitValue() != 0) {
            throw new Mistake(String.join(" ", line) + "\nin " + project + " ended with exit code " + maven.exitValue()
                    + ". The end of " + log + ":\n" + end(log));
        }
        return Figures.of(wall, cpu, Math.max(0, all - cpu), sampler, Journal.start(project), Reports.read(project));
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    /**
     * Waits until processes that Maven left behind do nothing any more, or have ended.
     *
     * @return what they used meanwhile, in seconds
     */
    double settle() throws InterruptedException {
        Sampler sampler = new Sampler(token);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        long before = 0;
        int idle = 0;
        // On a busy machine a process may also do nothing because it waits for its turn.
        while (idle < IDLE_TIMES && !sampler.alive().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(IDLE_MILLIS);
            sampler.sample();
            long now = sampler.allTicks();
            idle = now - before <= IDLE_TICKS ? idle + 1 : 0;
            before = now;
        }
        return Stat.seconds(sampler.allTicks());
    }

    /** How many processes Maven left behind. */
    int left() {
        return new Sampler(token).alive().size();
    }

    /** Ends what Maven left behind. */
    void endAll() throws InterruptedException, TimeoutException {
        new Sampler(token).alive().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
        if (!within(PATIENCE_MILLIS / 2, () -> left() == 0)) {
            new Sampler(token).alive().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            if (!within(PATIENCE_MILLIS / 2, () -> left() == 0)) {
                throw new TimeoutException("Processes that Maven left behind do not end");
            }
        }
    }

    private static boolean within(long millis, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(SAMPLE_MILLIS);
        }
        return true;
    }
}

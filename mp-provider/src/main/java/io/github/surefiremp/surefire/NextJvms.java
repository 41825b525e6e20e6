package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.run.NextMain;
import io.github.surefiremp.standby.FreeMemory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs that start while workers run, for units that need one in which nothing ran. Trouble with them costs nothing
 * but time, so it is told in the debug log alone: a worker for whom there is none gets a JVM as ever.
 *
 * <p>Story: all state belongs to the run's thread. Each process is started by a daemon thread, so that the run does not
 * wait for the system; who takes the process waits for that thread. Processes are children of this JVM. Those that were
 * not used are killed at the end of the run, and end by themselves when this JVM does, as their standard input ends
 * then.
 */
final class NextJvms implements RunObserver, AutoCloseable {
    /** All that wait may need so much of the memory that is free; the same share as that of standby JVMs. */
    private static final int SHARE_OF_MEMORY = 4;

    private static final int SECONDS_TO_END = 10;

    private final FreshNeed need = new FreshNeed();
    private final Callable<Process> starter;
    private final String shown;
    private final long memory;
    private final LongSupplier freeMemory;
    private final Consumer<String> debug;
    private final Deque<FutureTask<Process>> waiting = new ArrayDeque<>();
    private @Nullable String obstacle;
    private boolean told;

    /**
     * @param starter starts a process with {@link NextMain}
     * @param shown what a worker's JVM shows as its main class or jar
     * @param memory what such a JVM may need, in bytes
     * @param freeMemory in bytes
     * @param obstacle why there can be none, null if they can be
     * @param debug takes what only a debug log shows
     */
    NextJvms(
            Callable<Process> starter,
            String shown,
            long memory,
            LongSupplier freeMemory,
            @Nullable String obstacle,
            Consumer<String> debug) {
        this.starter = starter;
        this.shown = shown;
        this.memory = memory;
        this.freeMemory = freeMemory;
        this.obstacle = obstacle;
        this.debug = debug;
    }

    /** For the workers of a run. */
    static NextJvms of(Handoff handoff, WorkerCommand command, Consumer<String> debug) throws IOException {
        return new NextJvms(
                () -> command.ahead(NextMain.class.getName()).start(),
                command.shown(),
                StandbyRules.memory(command.jvm(0)),
                FreeMemory::bytes,
                StandbyRules.obstacleWithin(handoff).orElse(null),
                debug);
    }

    /**
     * One that waits.
     *
     * @param arguments those of Surefire's booter
     */
    Optional<Process> take(int number, List<String> arguments) {
        while (!waiting.isEmpty()) {
            try {
                Process process = waiting.peek().get();
                waiting.remove();
                if (isTold(process, arguments)) {
                    debug.accept("mp: JVM " + process.pid() + ", which was started ahead, is worker " + number);
                    return Optional.of(process);
                }
            } catch (ExecutionException e) {
                waiting.remove();
                stop(String.valueOf(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isTold(Process process, List<String> arguments) {
        try {
            if (process.isAlive()) {
                NextMain.tell(process.getOutputStream(), shown, arguments);
                return true;
            }
            stop("JVM " + process.pid() + " ended by itself with exit code " + process.exitValue());
        } catch (IOException e) {
            process.destroyForcibly();
            stop("JVM " + process.pid() + " does not listen: " + e);
        }
        return false;
    }

    /** What went wrong once would go wrong again. */
    private void stop(String reason) {
        obstacle = reason;
        debug.accept("mp: no JVM starts ahead any more: " + reason);
    }

    /** Starts and ends as many as there should be more or less. */
    private void keep() {
        while (waiting.size() > need.left()) {
            Optional<Process> unused = end(waiting.removeLast());
        }
        while (obstacle == null && waiting.size() < need.wanted() && isAffordable()) {
            FutureTask<Process> start = new FutureTask<>(starter);
            Thread thread = new Thread(start, "mp-next-jvm");
            thread.setDaemon(true);
            thread.start();
            waiting.add(start);
        }
    }

    private boolean isAffordable() {
        if ((waiting.size() + 1) * memory <= freeMemory.getAsLong() / SHARE_OF_MEMORY) {
            return true;
        }
        if (!told) {
            told = true;
            debug.accept("mp: the free memory allows for " + (waiting.isEmpty() ? "no JVM" : "no more JVMs")
                    + " that starts ahead, each may need " + (memory >> 20) + " MB");
        }
        return false;
    }

    private Optional<Process> end(FutureTask<Process> started) {
        try {
            Process process = started.get();
            process.destroyForcibly();
            debug.accept("mp: JVM " + process.pid() + ", which was started ahead, is not needed and ends");
            return Optional.of(process);
        } catch (ExecutionException e) {
            // There is none.
            return Optional.empty();
        } catch (InterruptedException e) {
            // It ends with this JVM.
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void planned(List<Unit> units) {
        need.planned(units);
        if (obstacle != null && need.left() > 0) {
            debug.accept("mp: no JVM starts ahead: " + obstacle);
        }
        keep();
    }

    @Override
    public void workerStarted(int worker, long pid) {
        need.workerStarted(worker);
        keep();
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        need.unitStarted(worker, unit);
        keep();
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        need.unitEnded(worker);
        keep();
    }

    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        need.planned(List.of(rest));
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        need.unitEnded(worker);
        keep();
    }

    @Override
    public void unitSkipped(Unit unit) {
        need.unitSkipped(unit);
        keep();
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        need.workerEnded(worker);
        keep();
    }

    /** Ends those that nobody used. */
    @Override
    public void close() {
        // All at once, then one after another.
        List<Process> ending =
                waiting.stream().map(this::end).flatMap(Optional::stream).toList();
        waiting.clear();
        for (Process process : ending) {
            try {
                boolean unused = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

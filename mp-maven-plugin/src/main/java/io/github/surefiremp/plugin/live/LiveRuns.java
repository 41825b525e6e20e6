package io.github.surefiremp.plugin.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Shows what the runs of a Maven session do: in a terminal as a line below all others, else as a line of the log every
 * 30 seconds.
 *
 * <p>Story: runs come from the threads of Maven's builder. One daemon thread, which lives while there are runs, asks them
 * and shows what they tell. The monitor guards the list and that thread; {@link #close} ends it, and erases the line.
 */
public final class LiveRuns implements AutoCloseable {
    private static final long LOG_EVERY_MILLIS = 30_000;
    private static final long DRAW_EVERY_MILLIS = 200;
    private static final long MEASURE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable LastLine lastLine;
    private final Logger log;
    private final boolean silent;
    private final long logEveryMillis;
    private final Thread erasesAtExit = new Thread(this::close, "mp-live-end");

    private final List<Map.Entry<String, Supplier<List<String>>>> runs = new ArrayList<>();
    private @Nullable Thread thread;
    private boolean closed;

    LiveRuns(@Nullable LastLine lastLine, Logger log, long logEveryMillis) {
        this.logEveryMillis = logEveryMillis;
        this.lastLine = lastLine;
        this.log = log;
        this.silent = !log.isInfoEnabled();
        if (lastLine != null) {
            Runtime.getRuntime().addShutdownHook(erasesAtExit);
        }
    }

    /**
     * Finds out what the user can see.
     *
     * @param interactive Maven does not run in batch mode
     * @param log tells nothing where it does not tell what is of level info
     */
    public static LiveRuns forUser(boolean interactive, Logger log) {
        Optional<Runnable> undo = interactive && log.isInfoEnabled() && Terminal.isThere()
                ? LoggerOutput.followSystemOut(log)
                : Optional.empty();
        return new LiveRuns(undo.map(LastLine::install).orElse(null), log, LOG_EVERY_MILLIS);
    }

    /**
     * For one run.
     *
     * @param name tells it from others that go on at the same time
     * @return takes what tells what the run does, and nothing once it has ended
     */
    public Consumer<Supplier<List<String>>> of(String name) {
        return run -> add(Map.entry(name, run));
    }

    private synchronized void add(Map.Entry<String, Supplier<List<String>>> run) {
        if (silent || closed) {
            return;
        }
        runs.add(run);
        if (thread == null) {
            Thread started = new Thread(lastLine == null ? this::log : () -> draw(lastLine), "mp-live");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    private void draw(LastLine line) {
        int columns = Terminal.columns();
        long measured = System.nanoTime();
        boolean goesOn = true;
        while (goesOn) {
            if (System.nanoTime() - measured > MEASURE_EVERY_NANOS) {
                columns = Terminal.columns();
                measured = System.nanoTime();
            }
            synchronized (this) {
                // One column stays free: some terminals break the line when the last one is used.
                line.show(closed ? "" : LiveText.line(told(), columns - 1));
                goesOn = goesOn(DRAW_EVERY_MILLIS);
            }
        }
    }

    private synchronized void log() {
        while (goesOn(logEveryMillis)) {
            String text = LiveText.line(told(), Integer.MAX_VALUE);
            if (!text.isEmpty()) {
                log.info(text);
            }
        }
    }

    /** What the runs tell; those that have ended are left out from now on. */
    private List<Map.Entry<String, List<String>>> told() {
        List<Map.Entry<String, List<String>>> all = new ArrayList<>();
        for (Map.Entry<String, Supplier<List<String>>> run : List.copyOf(runs)) {
            List<String> texts = run.getValue().get();
            if (texts.isEmpty()) {
                runs.remove(run);
            } else {
                all.add(Map.entry(run.getKey(), texts));
            }
        }
        return all;
    }

    /** Waits; false if the calling thread has nothing to show any more. To be called with the monitor. */
    private boolean goesOn(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closed && !runs.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return true;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                break;
            }
        }
        thread = null;
        return false;
    }

    /** Shows nothing any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (lastLine != null) {
            lastLine.remove();
            if (Thread.currentThread() != erasesAtExit) {
                try {
                    Runtime.getRuntime().removeShutdownHook(erasesAtExit);
                } catch (IllegalStateException e) {
                    // The JVM ends.
                }
            }
        }
    }
}

package io.github.surefiremp.report;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WaitReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code run.jsonl}: one JSON object a line for the start and end of the run, of each worker, unit and test.
 *
 * <p>It is a help and never a condition: trouble with the file ends in one warning and the run goes on. Whole lines are
 * appended, so that two runs that write to one file, those of two Mavens, do not mix theirs.
 *
 * <p>Story: one thread tells what happens. Lines of tests wait, because there may be many, and a daemon thread writes what
 * has waited for half a second, so that who looks at the file sees what runs now. Both hold this object's lock while they
 * write. What goes wrong on the daemon thread is told by the other one. {@link #close} ends the daemon thread.
 */
public final class RunFile implements RunObserver, AutoCloseable {
    private static final int PENDING = 8 * 1024;
    private static final long LATE_MILLIS = 500;

    /** What each line has. */
    private final String common;

    private final Details details;
    private final IntFunction<List<String>> setsUp;
    private final LongSupplier epochMillis;
    private final Consumer<String> warnings;
    private final Map<Integer, Long> pids = new HashMap<>();
    private final Path file;
    private final StringBuilder pending = new StringBuilder();
    private final ScheduledExecutorService flusher;
    private @Nullable OutputStream out;
    private @Nullable IOException trouble;

    /**
     * Begins the run.
     *
     * @param file is appended to; several executions of a module share it
     * @param details what is told of a test beside its outcome
     * @param setsUp what the unit of a worker has to set up, when it starts
     */
    public RunFile(
            Path file,
            String run,
            String module,
            String execution,
            int np,
            Details details,
            IntFunction<List<String>> setsUp,
            LongSupplier epochMillis,
            Consumer<String> warnings) {
        this.file = file;
        this.setsUp = setsUp;
        this.common = new Json()
                .put("run", run)
                .put("module", module)
                .put("execution", execution)
                .fields();
        this.details = details;
        this.epochMillis = epochMillis;
        this.warnings = warnings;
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            stop(e);
        }
        Json line = line("runStart", epochMillis.getAsLong());
        line.put("np", np);
        write(line);
        flusher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mp-run-file");
            thread.setDaemon(true);
            return thread;
        });
        var unused = flusher.scheduleWithFixedDelay(this::flushLate, LATE_MILLIS, LATE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void flushLate() {
        try {
            writePending();
        } catch (IOException e) {
            trouble = e;
        }
    }

    @Override
    public void planned(List<Unit> units) {
        Json line = line("plan", epochMillis.getAsLong());
        line.put("units", units.size());
        write(line);
    }

    /** It was decided that there should be so many workers. */
    public void staffed(int workers, String why) {
        Json line = line("staff", epochMillis.getAsLong());
        line.put("workers", workers);
        line.put("why", why);
        write(line);
    }

    @Override
    public void workerStarted(int worker, long pid) {
        pids.put(worker, pid);
        write(workerLine("workerStart", worker, epochMillis.getAsLong()));
    }

    @Override
    public void workerReady(int worker) {
        write(workerLine("workerReady", worker, epochMillis.getAsLong()));
    }

    @Override
    public void workerWaits(int worker, WaitReason reason) {
        Json line = workerLine("workerWait", worker, epochMillis.getAsLong());
        line.put("for", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        write(line);
    }

    @Override
    public void workerFinishes(int worker) {
        write(workerLine("workerFinish", worker, epochMillis.getAsLong()));
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        Json line = workerLine("unitStart", worker, epochMillis.getAsLong());
        putUnit(line, unit);
        List<String> missing = setsUp.apply(worker);
        if (!missing.isEmpty()) {
            line.put("setsUp", String.join("; ", missing));
        }
        write(line);
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        details.reported(worker, event);
        boolean starts = event.kind() == Kind.TEST_STARTED;
        if (!starts && !event.kind().endsTest()) {
            return;
        }
        Json line = workerLine(starts ? "testStart" : "testEnd", worker, event.epochMillis());
        line.put("class", event.className());
        line.put("method", event.method());
        if (!starts) {
            line.put("outcome", event.kind().name().toLowerCase(Locale.ROOT));
        }
        if (event.rerun()) {
            line.put("rerun", true);
        }
        if (starts) {
            write(line, false);
            return;
        }
        details.failure(event).ifPresent(failure -> {
            line.put("message", failure.message());
            line.put("trace", failure.trace());
        });
        write(line, false);
        details.testEnded(worker, event)
                .ifPresent(written -> write(outputLine(worker, written, event.epochMillis(), event.rerun()), false));
    }

    private Json outputLine(int worker, Details.Written written, long at, boolean rerun) {
        Json line = workerLine("output", worker, at);
        line.put("class", written.className());
        line.put("method", written.method());
        line.put("text", written.text());
        line.put("chars", written.chars());
        if (rerun) {
            line.put("rerun", true);
        }
        return line;
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        endUnit(worker, unit, "ran", "");
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        endUnit(worker, unit, "lost", reason);
    }

    @Override
    public void unitSkipped(Unit unit) {
        Json line = line("unitSkipped", epochMillis.getAsLong());
        putUnit(line, unit);
        write(line);
    }

    private void endUnit(int worker, Unit unit, String outcome, String reason) {
        long now = epochMillis.getAsLong();
        details.unitEnded(worker).forEach(written -> write(outputLine(worker, written, now, false), false));
        Json line = workerLine("unitEnd", worker, now);
        putUnit(line, unit);
        line.put("outcome", outcome);
        if (!reason.isEmpty()) {
            line.put("reason", reason);
        }
        write(line);
    }

    private static void putUnit(Json line, Unit unit) {
        line.put("unit", unit.name());
        line.put("class", String.join(",", unit.classes()));
        if (!unit.group().isEmpty()) {
            line.put("group", unit.group());
        }
        if (unit.strategy().isIsolated()) {
            line.put("isolated", true);
        }
        String locks = locks(unit);
        if (!locks.isEmpty()) {
            line.put("locks", locks);
        }
        int pieces =
                unit.parts().stream().mapToInt(part -> part.pieces().size()).sum();
        if (pieces > 0) {
            line.put("pieces", pieces);
        }
    }

    /** Without the one that everybody reads. */
    private static String locks(Unit unit) {
        return unit.locks().stream()
                .filter(lock -> lock.write() || !lock.key().equals(LockNeed.GLOBAL))
                .sorted()
                .map(lock -> (lock.key().equals(LockNeed.GLOBAL) ? "everything" : lock.key())
                        + (lock.write() ? " (write)" : " (read)"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        Json line = workerLine("workerEnd", worker, epochMillis.getAsLong());
        line.put("exitCode", exitCode);
        write(line);
    }

    /**
     * Ends the run.
     *
     * @param outcome ran, or failed where something beside the tests went wrong
     */
    public void end(String outcome) {
        Json line = line("runEnd", epochMillis.getAsLong());
        line.put("outcome", outcome);
        write(line);
    }

    @Override
    public synchronized void close() {
        flusher.shutdownNow();
        flush();
        closeFile();
    }

    private Json line(String event, long at) {
        return new Json().put("event", event).put("at", at).putAll(common);
    }

    private Json workerLine(String event, int worker, long at) {
        return line(event, at).put("worker", worker).put("pid", pids.getOrDefault(worker, -1L));
    }

    private void write(Json line) {
        write(line, true);
    }

    private synchronized void write(Json line, boolean flush) {
        IOException late = trouble;
        trouble = null;
        if (late != null) {
            stop(late);
        }
        if (out == null) {
            return;
        }
        pending.append(line.line()).append(System.lineSeparator());
        // Not for each test; but a run that is killed should have left what happened until then.
        if (flush || pending.length() > PENDING) {
            flush();
        }
    }

    private void flush() {
        try {
            writePending();
        } catch (IOException e) {
            stop(e);
        }
    }

    private void writePending() throws IOException {
        OutputStream open = out;
        if (open != null && pending.length() > 0) {
            open.write(pending.toString().getBytes(StandardCharsets.UTF_8));
            pending.setLength(0);
        }
    }

    private void stop(IOException e) {
        closeFile();
        warnings.accept("mp cannot write " + file + " (" + e + "); this run goes on without it");
    }

    private void closeFile() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // All that could be written has been.
            }
        }
    }
}

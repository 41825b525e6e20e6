package io.github.surefiremp.surefire;

import io.github.surefiremp.dispatch.Worker;
import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.WorkerEvent;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.event.ControlByeEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.util.internal.Channels;
import org.jspecify.annotations.Nullable;

/**
 * A worker's process and its channel.
 *
 * <p>Story: three daemon threads for each worker. Two read the native streams. The third waits until the worker has
 * connected or ended, reads events until the channel ends, then waits for the process and the two others, and tells
 * {@link WorkerEvent.Ended} last. Commands are written by the dispatcher's thread alone; they go to a socket that the
 * worker's own reader thread always empties, so writing does not block for long. A command that cannot be written is
 * dropped: the reading thread sees the same end. A process that hangs is ended by a fourth thread.
 */
final class WorkerProcess implements Worker {
    private static final int SECONDS_TO_END = 10;
    private static final int SECONDS_TO_DUMP = 3;
    private static final int SECONDS_OF_GRACE = 5;

    private final int number;
    private final Process process;
    private final CompletableFuture<Socket> socket;
    private final Protocol protocol;
    private final Translator translator;
    private final BiConsumer<Worker, WorkerEvent> listener;
    private final NativeOutput errors = new NativeOutput();
    private final NativeOutput output = new NativeOutput();
    private final List<Path> files;
    private final boolean exits;
    private final boolean isNew;
    private volatile Protocol.@Nullable Commands commands;
    private volatile String threadDump = "";
    /** Owned by the reading thread. */
    private boolean saidBye;

    /**
     * @param isNew whether the process was started for it just now
     * @param exits whether its shutdown hooks run when it is {@link #shutDown shut down}
     * @param files are deleted when it has ended; its settings come first
     */
    WorkerProcess(
            int number,
            Process process,
            CompletableFuture<Socket> socket,
            Protocol protocol,
            Translator translator,
            boolean isNew,
            boolean exits,
            List<Path> files,
            BiConsumer<Worker, WorkerEvent> listener) {
        this.number = number;
        this.process = process;
        this.socket = socket;
        this.protocol = protocol;
        this.translator = translator;
        this.isNew = isNew;
        this.exits = exits;
        this.files = files;
        this.listener = listener;
    }

    void start() {
        Thread out = daemon(
                "out", () -> read(() -> output.pump(process.getInputStream(), line -> log(LogLine.Level.INFO, line))));
        Thread err = daemon(
                "err",
                () -> read(() -> errors.pump(process.getErrorStream(), line -> log(LogLine.Level.WARNING, line))));
        // A process that ends before it connected must not be waited for.
        var unused = process.onExit()
                .whenComplete((ended, failure) ->
                        socket.completeExceptionally(new IOException("it ended before it connected")));
        daemon("events", () -> follow(out, err));
    }

    /** A process of which nobody reads a stream would wait for ever when it writes. */
    private void read(Runnable stream) {
        try {
            stream.run();
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            listener.accept(this, new WorkerEvent.Fails("the output of worker " + number + " cannot be read: " + e));
        }
    }

    private void follow(Thread out, Thread err) {
        try (Socket connected = socket.get()) {
            readEvents(connected);
        } catch (ExecutionException e) {
            // It never connected; its exit code and last output say why.
        } catch (EOFException | ClosedChannelException | SocketException e) {
            // The end of the stream. Whether it was a good one is for the dispatcher to say: it saw bye or it did not.
        } catch (IOException | RuntimeException | Error e) {
            // Errors too: if Maven's JVM is out of memory, a run without this thread would wait for ever.
            process.destroyForcibly();
            listener.accept(this, new WorkerEvent.Fails("the channel of worker " + number + " broke: " + e));
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
        commands = null;
        endIfTheChannelBroke();
        int code = awaitExit(out, err);
        listener.accept(this, new WorkerEvent.Ended(code, lastOutput(), threadDump));
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    /** The end of both native streams; the JVM writes of its own crash to one and fails to start with the other. */
    private String lastOutput() {
        return Stream.of(output.lastLines(), errors.lastLines())
                .filter(lines -> !lines.isEmpty())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private void readEvents(Socket connected) throws IOException {
        commands = protocol.commands(Channels.newChannel(connected.getOutputStream()));
        ChannelArguments arguments = new ChannelArguments(
                number,
                files.get(0).toAbsolutePath(),
                text -> listener.accept(
                        this, new WorkerEvent.Fails("the channel of worker " + number + " is damaged: " + text)));
        Protocol.Events events = protocol.events(Channels.newBufferedChannel(connected.getInputStream()), arguments);
        while (true) {
            Event event = events.next();
            saidBye |= event instanceof ControlByeEvent;
            translator.translate(event).ifPresent(translated -> listener.accept(this, translated));
        }
    }

    /** A worker without a channel can neither report nor be told to end, so it would live for ever. */
    private void endIfTheChannelBroke() {
        try {
            // A process that is ending closes its socket a little before it is gone.
            if (!saidBye && !process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                listener.accept(
                        this,
                        new WorkerEvent.Fails(
                                "the channel of worker " + number + " ended while its process lived; it was killed"));
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private int awaitExit(Thread out, Thread err) {
        try {
            int code = process.waitFor();
            // What a test started may have inherited the streams and outlive the worker.
            out.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
            err.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
            return code;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            return -1;
        }
    }

    private void log(LogLine.Level level, String line) {
        LogLine payload = new LogLine(level, line);
        listener.accept(
                this,
                new WorkerEvent.Reports(new ReportEvent(
                        ReportEvent.Kind.LOG, "", "", System.currentTimeMillis(), System.nanoTime(), false, payload)));
    }

    private Thread daemon(String what, Runnable body) {
        Thread thread = new Thread(body, "mp-worker-" + number + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @Override
    public void run(String command) {
        send(to -> to.runClass(command));
    }

    @Override
    public void finish() {
        send(Protocol.Commands::testSetFinished);
    }

    @Override
    public void skipRest() {
        send(Protocol.Commands::skipSinceNextTest);
    }

    @Override
    public void ping() {
        send(Protocol.Commands::noop);
    }

    @Override
    public void acknowledgeBye() {
        send(Protocol.Commands::byeAck);
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void endHanging() {
        daemon("end", () -> {
            try {
                threadDump = takeThreadDump();
                process.destroy();
                if (!process.waitFor(SECONDS_OF_GRACE, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
    }

    /** The JVM itself writes one to its native output, whatever its threads do; not on Windows, which has no signals. */
    private String takeThreadDump() throws InterruptedException {
        output.beginDump();
        try {
            Process signal = new ProcessBuilder("/bin/sh", "-c", "kill -QUIT " + pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!signal.waitFor(SECONDS_TO_DUMP, TimeUnit.SECONDS) || signal.exitValue() != 0) {
                return "";
            }
        } catch (IOException e) {
            return "";
        }
        return output.awaitDump(TimeUnit.SECONDS.toMillis(SECONDS_TO_DUMP));
    }

    @Override
    public void shutDown() {
        if (exits) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
    }

    private interface Command {
        void writeTo(Protocol.Commands commands) throws IOException;
    }

    private void send(Command command) {
        Protocol.Commands to = commands;
        if (to == null) {
            return;
        }
        try {
            command.writeTo(to);
        } catch (IOException e) {
            // The reading thread sees the same end and tells of it.
        }
    }
}

package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.surefire.BooterFiles;
import io.github.surefiremp.surefire.ForkEvents;
import io.github.surefiremp.surefire.fork.Fork;
import io.github.surefiremp.surefire.fork.JavaArguments;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.surefire.api.booter.Command;
import org.apache.maven.surefire.api.booter.MasterProcessCommand;
import org.apache.maven.surefire.api.event.ControlByeEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.extensions.CommandReader;
import org.apache.maven.surefire.extensions.EventHandler;
import org.apache.maven.surefire.extensions.ForkChannel;
import org.apache.maven.surefire.extensions.util.CountdownCloseable;
import org.jspecify.annotations.Nullable;

/**
 * The controller of one execution, as a channel to a fork.
 *
 * <p>Story: Surefire starts a process in which nothing runs ({@code ForkMain}), binds this channel to it, and waits in
 * the mojo's thread until that process has ended and this channel is closed. Three daemon threads work meanwhile:
 *
 * <ul>
 *   <li>the controller's waits until the process has told how it was started, runs {@link MpRun}, and tells its events
 *       to Surefire. Whichever way that ends, it closes the process's input then, at which the process ends;
 *   <li>one waits for the end of the process's output. If the process ends before the run does, somebody has killed it,
 *       or Maven ends, and the run is stopped: its workers end in a way in which they tear down what they keep;
 *   <li>one reads Surefire's commands. Only a kill is obeyed, which comes long after mp's own time limit, or as Maven
 *       ends; what else comes as Maven ends happens by itself, because workers see that Maven is gone.
 * </ul>
 *
 * <p>An interrupt of the mojo's thread becomes one of the controller's ({@link #disable}), whose run kills its workers.
 */
final class ControllerChannel extends ForkChannel {
    /** Those that Surefire waits for: the error stream of the process, and this channel. */
    private static final int STREAMS = 2;

    private final Handoff handoff;
    private final EarlyHistory history;
    private final Consumer<Supplier<List<String>>> shows;
    private volatile @Nullable MpRun run;
    private volatile boolean over;
    private volatile @Nullable Thread controller;
    private @Nullable WritableByteChannel input;

    ControllerChannel(
            ForkNodeArguments arguments,
            Handoff handoff,
            EarlyHistory history,
            Consumer<Supplier<List<String>>> shows) {
        super(arguments);
        this.handoff = handoff;
        this.history = history;
        this.shows = shows;
    }

    @Override
    public void tryConnectToClient() {
        // It is in this JVM.
    }

    @Override
    public String getForkNodeConnectionString() {
        return "mp://" + getArguments().getForkChannelId();
    }

    @Override
    public int getCountdownCloseablePermits() {
        return STREAMS;
    }

    @Override
    public void bindCommandReader(CommandReader commands, WritableByteChannel stdIn) {
        input = stdIn;
        daemon("commands", () -> obey(commands));
    }

    @Override
    public void bindEventHandler(EventHandler<Event> events, CountdownCloseable streams, ReadableByteChannel stdOut) {
        InputStream output = new BufferedInputStream(Channels.newInputStream(stdOut));
        controller = daemon("run", () -> {
            try (streams) {
                control(output, events);
            } catch (IOException e) {
                getArguments().dumpStreamException(e);
            } finally {
                over = true;
                close();
            }
        });
    }

    private void control(InputStream output, EventHandler<Event> events) {
        ForkEvents listener = new ForkEvents(event -> handle(events, event));
        try {
            Fork fork = Fork.read(output);
            daemon("fork", () -> awaitEnd(output));
            List<String> problems = run(fork, listener);
            if (!problems.isEmpty()) {
                fail(listener, new TestSetFailedException(String.join("\n", problems)));
            }
        } catch (IOException e) {
            fail(listener, new TestSetFailedException("mp cannot run the tests: " + e.getMessage(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(listener, new TestSetFailedException("mp was interrupted", e));
        } catch (RuntimeException | Error e) {
            fail(listener, e);
        }
        handle(events, new ControlByeEvent());
    }

    private List<String> run(Fork fork, ForkEvents listener) throws IOException, InterruptedException {
        JavaArguments java = JavaArguments.parse(fork.arguments(), fork.environment());
        MpRun started = new MpRun(
                QueueFallback.decide(handoff, listener::warning),
                history,
                fork,
                java,
                BooterFiles.read(java.rest()),
                listener,
                shows);
        run = started;
        return started.run();
    }

    private static void fail(ForkEvents listener, Throwable reason) {
        listener.error(reason.getLocalizedMessage(), reason);
    }

    private static void handle(EventHandler<Event> events, Event event) {
        boolean interrupted = Thread.interrupted();
        try {
            events.handleEvent(event);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitEnd(InputStream output) {
        try {
            while (output.read() >= 0) {
                // Something of the user's prints to it.
            }
        } catch (IOException e) {
            // It is closed.
        }
        if (!over) {
            MpRun current = run;
            if (current != null) {
                current.stop("the process that Surefire started for mp has ended before the tests have");
            }
        }
    }

    private void obey(CommandReader commands) {
        try {
            for (Command next = commands.readNextCommand(); next != null; next = commands.readNextCommand()) {
                if (next.getCommandType() == MasterProcessCommand.SHUTDOWN
                        && next.toShutdownData().isKill()
                        && !over) {
                    disable();
                }
            }
        } catch (IOException e) {
            // Surefire has closed it.
        }
    }

    @Override
    public void disable() {
        Thread thread = controller;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public void close() {
        try {
            if (input != null) {
                input.close();
            }
        } catch (IOException e) {
            // Then it has ended.
        }
    }

    private Thread daemon(String what, Runnable body) {
        Thread thread = new Thread(body, "mp-controller-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

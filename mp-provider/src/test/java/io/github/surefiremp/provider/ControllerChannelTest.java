package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Handoffs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.surefire.api.booter.Command;
import org.apache.maven.surefire.api.event.ConsoleErrorEvent;
import org.apache.maven.surefire.api.event.ControlByeEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.extensions.CommandReader;
import org.apache.maven.surefire.extensions.util.CountdownCloseable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways in which it ends; that tests run is for the integration tests. */
@Timeout(30)
class ControllerChannelTest {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch streamClosed = new CountDownLatch(1);
    private final CountDownLatch inputClosed = new CountDownLatch(1);

    @Test
    void aForkThatEndsBeforeItHasToldAnythingFailsTheBuild() throws Exception {
        start("Error: could not create the Java Virtual Machine\n".getBytes(StandardCharsets.UTF_8));

        assertThat(failure()).contains("mp cannot run the tests: it ended before it had told how it was started");
        assertItEnds();
    }

    @Test
    void argumentsThatMpDoesNotKnowFailTheBuild() throws Exception {
        start(told("-ea", "-cp", "/a"));

        assertThat(failure())
                .contains("mp cannot run the tests: mp cannot find what Surefire would start; its command is:"
                        + " [-ea, -cp, /a]");
        assertItEnds();
    }

    @Test
    void filesThatAreNotThereFailTheBuild() throws Exception {
        start(told("-jar", "/a.jar", "/no such folder", "dump", "booter.tmp", "sys.tmp"));

        assertThat(failure()).contains("mp cannot run the tests: ").contains("no such folder");
        assertItEnds();
    }

    private void start(byte[] output) throws IOException {
        ControllerChannel channel = new ControllerChannel(
                new Arguments(),
                Handoffs.with(Path.of("somewhere"), Map.of()),
                EarlyHistory.read(Path.of("no such history")),
                shown -> {});
        channel.tryConnectToClient();
        channel.bindCommandReader(new NoCommands(), input());
        channel.bindEventHandler(
                events::add,
                new CountdownCloseable(streamClosed::countDown, 1),
                Channels.newChannel(new ByteArrayInputStream(output)));
    }

    private String failure() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isInstanceOf(ConsoleErrorEvent.class);
        return ((ConsoleErrorEvent) event).getStackTraceWriter().getThrowable().getMessage();
    }

    /** It says goodbye, so that Surefire blames nobody else, and lets go of the process and of Surefire. */
    private void assertItEnds() throws InterruptedException {
        assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOf(ControlByeEvent.class);
        assertThat(streamClosed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(inputClosed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(events).isEmpty();
    }

    private WritableByteChannel input() {
        return Channels.newChannel(new ByteArrayOutputStream() {
            @Override
            public void close() {
                inputClosed.countDown();
            }
        });
    }

    /** What Surefire's fork writes if it was started so. */
    private static byte[] told(String... arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("mp-fork-1\n".getBytes(StandardCharsets.US_ASCII));
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(arguments.length);
        for (String argument : arguments) {
            out.writeInt(argument.length());
            out.writeBytes(argument);
        }
        out.writeInt(0);
        out.writeInt(1);
        out.writeBytes("/");
        return bytes.toByteArray();
    }

    private static final class NoCommands implements CommandReader {
        @Override
        public Command readNextCommand() {
            return null;
        }

        @Override
        public void close() {}

        @Override
        public boolean isClosed() {
            return true;
        }
    }

    private static final class Arguments implements ForkNodeArguments {
        @Override
        public String getSessionId() {
            return "session";
        }

        @Override
        public int getForkChannelId() {
            return 1;
        }

        @Override
        public File dumpStreamText(String text) {
            return new File(text);
        }

        @Override
        public File dumpStreamException(Throwable e) {
            return new File(e.toString());
        }

        @Override
        public void logWarningAtEnd(String text) {}

        @Override
        public ConsoleLogger getConsoleLogger() {
            return new NullConsoleLogger();
        }

        @Override
        public Object getConsoleLock() {
            return this;
        }

        @Override
        public File getEventStreamBinaryFile() {
            return null;
        }

        @Override
        public File getCommandStreamBinaryFile() {
            return null;
        }
    }
}

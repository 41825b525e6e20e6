package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.WorkerEvent;
import java.io.EOFException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WorkerProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aProcessThatLivesOnWithoutItsChannelIsKilledAndTold() throws Exception {
        BlockingQueue<WorkerEvent> told = new LinkedBlockingQueue<>();
        Endless process = new Endless();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
            WorkerProcess worker = new WorkerProcess(
                    3,
                    process,
                    CompletableFuture.completedFuture(socket),
                    new EndedProtocol(),
                    new Translator(0, "token", line -> false, line -> Optional.empty()),
                    List.of(folder.resolve("booter")),
                    (from, event) -> told.add(event));

            worker.start();

            assertThat(told.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new WorkerEvent.Fails(
                            "the channel of worker 3 ended while its process lived; it was killed"));
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(new WorkerEvent.Ended(137, ""));
        }
    }

    /** A channel that has ended before the first event. */
    private static final class EndedProtocol implements Protocol {
        @Override
        public Events events(ReadableByteChannel from, ForkNodeArguments arguments) {
            return () -> {
                throw new EOFException();
            };
        }

        @Override
        public Commands commands(WritableByteChannel to) {
            return new Commands() {
                @Override
                public void runClass(String name) {}

                @Override
                public void testSetFinished() {}

                @Override
                public void skipSinceNextTest() {}

                @Override
                public void noop() {}

                @Override
                public void byeAck() {}
            };
        }
    }

    /** A process that ends only by force; waiting for it takes no time. */
    private static final class Endless extends Process {
        private final CompletableFuture<Process> exit = new CompletableFuture<>();

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) {
            return exit.isDone();
        }

        @Override
        public int waitFor() {
            exit.join();
            return 137;
        }

        @Override
        public Process destroyForcibly() {
            destroy();
            return this;
        }

        @Override
        public void destroy() {
            exit.complete(this);
        }

        @Override
        public CompletableFuture<Process> onExit() {
            return exit;
        }

        @Override
        public int exitValue() {
            return 137;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }
    }
}

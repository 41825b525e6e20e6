package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.dispatch.Worker;
import io.github.surefiremp.model.WorkerEvent;
import java.io.EOFException;
import java.io.IOException;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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
            WorkerProcess worker =
                    worker(process, CompletableFuture.completedFuture(socket), false, (from, event) -> told.add(event));

            worker.start();

            assertThat(told.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new WorkerEvent.Fails(
                            "the channel of worker 3 ended while its process lived; it was killed"));
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(new WorkerEvent.Ended(137, ""));
        }
    }

    @Test
    void anErrorOfWhoReadsTheChannelEndsTheWorkerAndIsTold() throws Exception {
        BlockingQueue<WorkerEvent> told = new LinkedBlockingQueue<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
            WorkerProcess worker = worker(
                    new Endless(),
                    CompletableFuture.completedFuture(socket),
                    new EndedProtocol(() -> new OutOfMemoryError("no room")),
                    false,
                    (from, event) -> told.add(event));

            worker.start();

            assertThat(told.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new WorkerEvent.Fails(
                            "the channel of worker 3 broke: java.lang.OutOfMemoryError: no room"));
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(new WorkerEvent.Ended(137, ""));
        }
    }

    @Test
    void itsShutdownHooksRunWhereTheUserLeavesThatToThem() {
        Endless process = new Endless();

        worker(process, new CompletableFuture<>(), true, (from, event) -> {}).shutDown();

        assertThat(process.exitValue()).isEqualTo(143);
    }

    @Test
    void itIsKilledWhereTheUserWantsForksToBeKilled() {
        Endless process = new Endless();

        worker(process, new CompletableFuture<>(), false, (from, event) -> {}).shutDown();

        assertThat(process.exitValue()).isEqualTo(137);
    }

    private WorkerProcess worker(
            Process process,
            CompletableFuture<Socket> socket,
            boolean exits,
            BiConsumer<Worker, WorkerEvent> listener) {
        return worker(process, socket, new EndedProtocol(EOFException::new), exits, listener);
    }

    private WorkerProcess worker(
            Process process,
            CompletableFuture<Socket> socket,
            Protocol protocol,
            boolean exits,
            BiConsumer<Worker, WorkerEvent> listener) {
        return new WorkerProcess(
                3,
                process,
                socket,
                protocol,
                new Translator(0, "token", line -> false, line -> Optional.empty()),
                true,
                exits,
                List.of(folder.resolve("booter")),
                listener);
    }

    /** A channel that ends before the first event. */
    private static final class EndedProtocol implements Protocol {
        private final Supplier<Throwable> end;

        EndedProtocol(Supplier<Throwable> end) {
            this.end = end;
        }

        @Override
        public Events events(ReadableByteChannel from, ForkNodeArguments arguments) {
            return () -> {
                Throwable reason = end.get();
                if (reason instanceof Error error) {
                    throw error;
                }
                throw (IOException) reason;
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

    /** A process that ends when it is told to; waiting for it takes no time. */
    private static final class Endless extends Process {
        private final CompletableFuture<Process> exit = new CompletableFuture<>();
        private final AtomicInteger code = new AtomicInteger();

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) {
            return exit.isDone();
        }

        @Override
        public int waitFor() {
            exit.join();
            return code.get();
        }

        @Override
        public Process destroyForcibly() {
            end(137);
            return this;
        }

        @Override
        public void destroy() {
            end(143);
        }

        private void end(int how) {
            code.set(how);
            exit.complete(this);
        }

        @Override
        public CompletableFuture<Process> onExit() {
            return exit;
        }

        @Override
        public int exitValue() {
            return code.get();
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

package io.github.surefiremp.standby;

import io.github.surefiremp.model.Liveness;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A standby JVM that was handed out, in the shape of a process that this JVM has started.
 *
 * <p>Story: a daemon thread reads the connection until the JVM's end closes it, then waits for the process and for the
 * shell that started it and that writes down the exit code. The streams are files that are read as they grow; they end
 * after the process.
 */
public final class StandbyProcess extends Process {
    /** The exit code if nobody knows it: somebody has killed the shell. */
    public static final int UNKNOWN = -1;

    private static final long POLL_MILLIS = 20;
    private static final long CLOSE_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECONDS_FOR_THE_CODE = 5;

    private final Standby standby;
    private final ProcessHandle handle;
    private final CompletableFuture<Process> exit = new CompletableFuture<>();
    private volatile int code = UNKNOWN;

    private StandbyProcess(Standby standby, ProcessHandle handle) {
        this.standby = standby;
        this.handle = handle;
    }

    /**
     * Takes a JVM that waits.
     *
     * @param arguments what it gets as arguments of its new main class
     * @return empty if somebody else was faster, or it does not answer and was ended
     */
    public static Optional<Process> take(Standby standby, List<String> arguments) throws IOException {
        String secret = standby.recipe().secret();
        Optional<Standby.Claim> claim = standby.claim();
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        try {
            Socket socket = HandOut.take(claim.get().port(), secret, arguments);
            StandbyProcess process = new StandbyProcess(standby, claim.get().process());
            process.watch(socket);
            return Optional.of(process);
        } catch (IOException e) {
            claim.get().kill();
            standby.delete();
            throw e;
        }
    }

    private void watch(Socket socket) {
        Thread thread = new Thread(
                () -> {
                    awaitEnd(socket);
                    code = readCode();
                    exit.complete(this);
                },
                "mp-standby-" + handle.pid());
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitEnd(Socket socket) {
        try (socket) {
            while (socket.getInputStream().read() >= 0) {
                // It says nothing more.
            }
        } catch (IOException e) {
            // Reset by a JVM that was killed.
        }
        while (Liveness.isRunning(handle)) {
            LockSupport.parkNanos(CLOSE_POLL_NANOS);
        }
    }

    private int readCode() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_FOR_THE_CODE);
        while (System.nanoTime() - deadline < 0) {
            try {
                return Integer.parseInt(Files.readString(standby.exit()).trim());
            } catch (IOException | NumberFormatException e) {
                LockSupport.parkNanos(CLOSE_POLL_NANOS);
            }
        }
        return UNKNOWN;
    }

    /** Its input, which is at its end. */
    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return new Growing(standby.output());
    }

    @Override
    public InputStream getErrorStream() {
        return new Growing(standby.errors());
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it this way", e);
        }
        return code;
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            exit.get(timeout, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it this way", e);
        }
    }

    @Override
    public int exitValue() {
        if (!exit.isDone()) {
            throw new IllegalThreadStateException("it runs");
        }
        return code;
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return exit;
    }

    @Override
    public void destroy() {
        handle.destroy();
    }

    @Override
    public Process destroyForcibly() {
        handle.destroyForcibly();
        return this;
    }

    @Override
    public boolean supportsNormalTermination() {
        return handle.supportsNormalTermination();
    }

    @Override
    public ProcessHandle toHandle() {
        return handle;
    }

    @Override
    public long pid() {
        return handle.pid();
    }

    @Override
    public boolean isAlive() {
        return !exit.isDone();
    }

    /** A file that the process writes. */
    private final class Growing extends InputStream {
        private final Path path;
        private @Nullable RandomAccessFile file;

        Growing(Path path) {
            this.path = path;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            RandomAccessFile open = file;
            if (open == null) {
                open = new RandomAccessFile(path.toFile(), "r");
                file = open;
            }
            while (true) {
                // Looked at before the file, so that what was written before the end is read.
                boolean ended = !isAlive();
                int count = open.read(into, from, length);
                if (count >= 0 || ended) {
                    return count;
                }
                try {
                    waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return -1;
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}

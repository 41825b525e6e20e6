package io.github.surefiremp.redis;

import io.github.surefiremp.queue.QueueAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Redis server of a test's own, on a free port of the loopback address; its data is in a folder. */
final class RedisProcess implements AutoCloseable {
    private static final long SECONDS_TO_START = 20;

    private final Path folder;
    private final int port;
    private Process process;

    private RedisProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    static RedisProcess start(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        RedisProcess started = new RedisProcess(folder, port);
        started.await();
        return started;
    }

    private Process launch() throws IOException {
        try {
            return new ProcessBuilder(
                            "redis-server",
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--dir",
                            folder.toString(),
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "always",
                            "--save",
                            "")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException("redis-server cannot be started; install the package redis-server (.ci/run does)", e);
        }
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("redis-server ended: " + Files.readString(folder.resolve("redis.log")));
            }
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                probe.setSoTimeout(1_000);
                probe.getOutputStream().write("PING\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                if (probe.getInputStream().read() == '+') {
                    return;
                }
            } catch (IOException e) {
                // Not there yet.
            }
            Thread.onSpinWait();
        }
        throw new IOException("redis-server did not answer: " + Files.readString(folder.resolve("redis.log")));
    }

    QueueAddress address() {
        return QueueAddress.parse("redis://127.0.0.1:" + port, "", "");
    }

    /** Stops the server as its machine's end would, and starts it with the same data. */
    void restart() throws IOException, InterruptedException {
        kill();
        process = launch();
        await();
    }

    /** Starts it again after {@link #kill}. */
    void startAgain() throws IOException, InterruptedException {
        process = launch();
        await();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

package io.github.surefiremp.surefire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one loopback port on which all workers of a controller connect.
 *
 * <p>Surefire's own channel takes one connection, whoever it is from. Here each worker has a session id of its own,
 * which is its first message; a connection that does not send a known one within the deadline is closed, and the
 * worker can still come. Story: one daemon thread accepts, one daemon thread for each connection reads the session id.
 * A session id works once.
 */
final class WorkerServer implements AutoCloseable {
    private static final int DEADLINE_FOR_SESSION_MILLIS = 10_000;
    private static final int SESSION_ID_LENGTH = 36;
    private static final int MOST_UNKNOWN_CONNECTIONS = 256;

    private final ServerSocket server;
    private final Map<String, CompletableFuture<Socket>> expected = new ConcurrentHashMap<>();
    private final Set<Socket> unknown = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A worker that may connect.
     *
     * @param connectionString what Surefire's fork is told
     * @param socket completed when it came
     */
    record Expected(String connectionString, CompletableFuture<Socket> socket) {}

    WorkerServer() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon("mp-workers-accept", this::accept);
    }

    Expected expectOne() {
        String session = UUID.randomUUID().toString();
        CompletableFuture<Socket> socket = new CompletableFuture<>();
        expected.put(session, socket);
        String host = server.getInetAddress().getHostAddress();
        String authority = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return new Expected("tcp://" + authority + ":" + server.getLocalPort() + "?sessionId=" + session, socket);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        for (Socket socket : unknown) {
            socket.close();
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                if (unknown.size() >= MOST_UNKNOWN_CONNECTIONS) {
                    // A flood of strangers; the oldest are the least likely to be a worker.
                    for (Socket stranger : unknown) {
                        stranger.close();
                        break;
                    }
                }
                unknown.add(socket);
                daemon("mp-worker-session", () -> identify(socket));
            } catch (IOException e) {
                if (!closed) {
                    Thread.yield();
                }
            }
        }
    }

    private void identify(Socket socket) {
        try {
            socket.setSoTimeout(DEADLINE_FOR_SESSION_MILLIS);
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            String session = new String(in.readNBytes(SESSION_ID_LENGTH), StandardCharsets.US_ASCII);
            CompletableFuture<Socket> waiting = expected.remove(session);
            unknown.remove(socket);
            if (waiting == null) {
                socket.close();
                return;
            }
            socket.setSoTimeout(0);
            if (!waiting.complete(socket)) {
                socket.close();
            }
        } catch (IOException e) {
            unknown.remove(socket);
            try {
                socket.close();
            } catch (IOException closing) {
                // It is gone either way.
            }
        }
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}

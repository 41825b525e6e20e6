package io.github.surefiremp.surefire;

import io.github.surefiremp.loopback.LoopbackServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one loopback port on which all workers of a controller connect.
 *
 * <p>Surefire's own channel takes one connection, whoever it is from. Here each worker has a session id of its own,
 * which is its first message and works once; a connection that does not send a known one within the deadline is closed,
 * and the worker can still come. Threads: those of {@link LoopbackServer}.
 */
final class WorkerServer implements AutoCloseable {
    private static final int SESSION_ID_LENGTH = 36;

    private final LoopbackServer server;
    private final Map<String, CompletableFuture<Socket>> expected = new ConcurrentHashMap<>();

    /**
     * A worker that may connect.
     *
     * @param connectionString what Surefire's fork is told
     * @param socket completed when it came
     */
    record Expected(String connectionString, CompletableFuture<Socket> socket) {}

    WorkerServer() throws IOException {
        server = new LoopbackServer("mp-workers", this::identify);
    }

    Expected expectOne() {
        String session = UUID.randomUUID().toString();
        CompletableFuture<Socket> socket = new CompletableFuture<>();
        expected.put(session, socket);
        String host = server.address().getHostAddress();
        String authority = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return new Expected("tcp://" + authority + ":" + server.port() + "?sessionId=" + session, socket);
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean identify(LoopbackServer.Guest guest) throws IOException {
        byte[] first = guest.socket().getInputStream().readNBytes(SESSION_ID_LENGTH);
        CompletableFuture<Socket> waiting = expected.remove(new String(first, StandardCharsets.US_ASCII));
        if (waiting == null) {
            return false;
        }
        guest.isKnown();
        return waiting.complete(guest.socket());
    }
}

package io.github.surefiremp.sharing;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Client;
import io.github.surefiremp.coordination.broker.Frames;
import io.github.surefiremp.coordination.broker.Frames.Hello;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.broker.Request;
import io.github.surefiremp.loopback.LoopbackServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients on this machine talk with a broker.
 *
 * <p>Story: each connection has two daemon threads. One, of the {@link LoopbackServer}, reads requests, hands them to
 * the broker and writes the answers that this gives for its own client, so that the common case takes no second thread.
 * The other writes what other clients' requests bring about. A client that does not read its answers therefore stops
 * nobody but itself. Writes of one connection are guarded by its stream. A connection whose first frame is not a hello
 * with the secret is closed, and costs nothing else. When a connection ends, its client leaves the broker. {@link
 * #close} closes all connections, which ends all threads.
 */
public final class BrokerServer implements AutoCloseable {
    private final LoopbackServer server;
    private final Broker broker;
    private final Hosts hosts;
    private final String secret;

    /** Starts JVMs that keep fixtures. */
    public interface Hosts {
        /**
         * Sees to it that there is one for the users of this run; runs on a thread of its own and may take long.
         *
         * @param scope which broker it is for
         * @return why there is none, null if there is one
         */
        @Nullable
        String start(String scope);
    }

    /**
     * Begins to listen on a free port of the loopback address.
     *
     * @param name for the threads
     */
    public BrokerServer(String name, Broker broker, Hosts hosts) throws IOException {
        this.broker = broker;
        this.hosts = hosts;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        secret = HexFormat.of().formatHex(random);
        server = new LoopbackServer(name, this::serve);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** What a client must know; never on a command line. */
    public String secret() {
        return secret;
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean serve(LoopbackServer.Guest guest) throws IOException {
        InputStream in = new BufferedInputStream(guest.socket().getInputStream());
        OutputStream out = guest.socket().getOutputStream();
        Hello hello = Frames.readHello(in);
        if (!isKnown(hello.secret())) {
            return false;
        }
        if (hello.version() != Frames.VERSION) {
            out.write(Frames.refusal("mp-annotations speaks version " + hello.version()
                    + " of the protocol between workers, and mp-maven-plugin version " + Frames.VERSION
                    + "; give both the same version"));
            return false;
        }
        guest.isKnown();
        Connection connection = new Connection(out);
        Client client = new Client(hello.name(), hello.worker(), hello.realm(), hello.host(), connection);
        Thread writer = new Thread(connection::write, "mp-broker-answers");
        writer.setDaemon(true);
        // Before the welcome, because a host tells others of itself once it is welcome.
        broker.join(client);
        try {
            out.write(Frames.welcome());
            writer.start();
            for (Request next = Frames.readRequest(in); next != null; next = Frames.readRequest(in)) {
                handle(client, connection, next);
            }
        } finally {
            broker.leave(client);
            writer.interrupt();
        }
        return false;
    }

    private void handle(Client client, Connection connection, Request request) throws IOException {
        if (request.op() == Op.HOST) {
            Thread starting = new Thread(() -> connection.send(host(request)), "mp-host-start");
            starting.setDaemon(true);
            starting.start();
            return;
        }
        connection.own = Thread.currentThread();
        broker.handle(client, request);
        connection.own = null;
        connection.flush();
    }

    private Answer host(Request request) {
        String problem;
        try {
            problem = hosts.start(request.name());
        } catch (RuntimeException e) {
            // Whoever asked waits for an answer.
            problem = "the JVM for shared fixtures could not be started: " + e;
        }
        return problem == null
                ? new Answer(request.id(), Answer.Kind.DONE, 0, "", Request.NOTHING)
                : new Answer(request.id(), Answer.Kind.REFUSED, 0, problem, Request.NOTHING);
    }

    private boolean isKnown(String told) {
        return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** What goes to one client. */
    private static final class Connection implements Client.Outbox {
        private final OutputStream out;
        private final BlockingQueue<Answer> fromOthers = new LinkedBlockingQueue<>();
        /** While the reading thread is inside the broker. */
        private volatile @Nullable Thread own;
        /** Owned by the reading thread. */
        private @Nullable Answer toWrite;

        Connection(OutputStream out) {
            this.out = out;
        }

        @Override
        public void send(Answer answer) {
            if (Thread.currentThread() == own && toWrite == null) {
                toWrite = answer;
            } else {
                fromOthers.add(answer);
            }
        }

        void flush() throws IOException {
            Answer answer = toWrite;
            toWrite = null;
            if (answer != null) {
                write(answer);
            }
        }

        private void write(Answer answer) throws IOException {
            byte[] frame = Frames.answer(answer);
            synchronized (out) {
                out.write(frame);
            }
        }

        void write() {
            try {
                while (true) {
                    write(fromOthers.take());
                }
            } catch (IOException | InterruptedException e) {
                // The reading thread sees the same end, or has seen it.
            }
        }
    }
}

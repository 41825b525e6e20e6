package io.github.surefiremp.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Accepts connections on a free port of the loopback address.
 *
 * <p>Story: one daemon thread accepts; each connection has a daemon thread that runs the visitor. Until the visitor
 * calls {@link Guest#isKnown}, reading from the socket ends after a deadline, and the connection counts as a stranger;
 * when there are too many strangers the one that has been silent longest is closed, so that a flood neither exhausts
 * threads nor keeps out somebody who says at once who they are. The set of open sockets is guarded by itself.
 * {@link #close} closes the port and all sockets whose visitor has not returned, which ends their threads.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 10_000;
    private static final int BACKLOG = 1_000;
    private static final int MOST_STRANGERS = 1_000;
    private static final long PAUSE_AFTER_TROUBLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String name;
    private final Visitor visitor;
    private final ServerSocket server;
    private final Set<Socket> strangers = new LinkedHashSet<>();
    private final Set<Socket> known = new LinkedHashSet<>();
    private volatile boolean closed;

    /** Talks with whoever connected. */
    public interface Visitor {
        /**
         * Runs on the connection's own thread.
         *
         * @return whether the socket stays open afterwards, because somebody else has taken it over
         * @throws IOException ends the connection and nothing else
         */
        boolean visit(Guest guest) throws IOException;
    }

    /** A connection. */
    public interface Guest {
        /** The connection itself. */
        Socket socket();

        /** The visitor has seen a secret that only a friend has; the deadline is over. */
        void isKnown() throws IOException;
    }

    /**
     * Begins to listen.
     *
     * @param name for the threads
     */
    public LoopbackServer(String name, Visitor visitor) throws IOException {
        this.name = name;
        this.visitor = visitor;
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        daemon(name + "-accept", this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** The loopback address it listens on. */
    public InetAddress address() {
        return server.getInetAddress();
    }

    @Override
    public void close() {
        closed = true;
        closeQuietly(server);
        synchronized (strangers) {
            strangers.forEach(LoopbackServer::closeQuietly);
            known.forEach(LoopbackServer::closeQuietly);
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                socket.setSoTimeout(DEADLINE_MILLIS);
                socket.setTcpNoDelay(true);
                addStranger(socket);
                daemon(name + "-connection", () -> serve(socket));
            } catch (IOException e) {
                // For example too many open files; the port must stay open until that has passed.
                LockSupport.parkNanos(PAUSE_AFTER_TROUBLE_NANOS);
            }
        }
    }

    private void addStranger(Socket socket) {
        synchronized (strangers) {
            if (closed) {
                closeQuietly(socket);
                return;
            }
            if (strangers.size() >= MOST_STRANGERS) {
                Socket oldest = strangers.iterator().next();
                strangers.remove(oldest);
                closeQuietly(oldest);
            }
            strangers.add(socket);
        }
    }

    private void serve(Socket socket) {
        boolean keep = false;
        try {
            keep = visitor.visit(new Guest() {
                @Override
                public Socket socket() {
                    return socket;
                }

                @Override
                public void isKnown() throws IOException {
                    socket.setSoTimeout(0);
                    synchronized (strangers) {
                        strangers.remove(socket);
                        known.add(socket);
                    }
                }
            });
        } catch (IOException e) {
            // This connection is over; the others go on.
        } finally {
            synchronized (strangers) {
                strangers.remove(socket);
                known.remove(socket);
            }
            if (!keep) {
                closeQuietly(socket);
            }
        }
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // Nothing can be done about a socket that does not close.
        }
    }
}

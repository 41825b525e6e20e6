package io.github.surefiremp.coordinator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Grants worker numbers 1..np, one for each live worker of a Maven session, over all modules and executions.
 *
 * <p>Story: one daemon thread accepts connections on the loopback address; each connection has a daemon thread that
 * reads its lines. A connection must send the secret within the deadline or is closed; a stranger costs nothing else.
 * All numbers and clients are guarded by {@code this}; lines are written under the same lock, which cannot block for
 * long because a client that does not read has its connection closed by the system's buffer limit only after thousands
 * of lines, and a client gets one line for each number. Invariant: a number is free or held by exactly one client. A
 * client that goes away gives back all it held. {@link #close} closes every socket, which ends every thread.
 */
public final class Coordinator implements AutoCloseable {
    private static final int DEADLINE_FOR_SECRET_MILLIS = 10_000;

    private final ServerSocket server;
    private final String secret;
    private int size;
    private final NavigableSet<Integer> free = new TreeSet<>();
    private final List<Client> clients = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Starts to listen on a free port of the loopback address.
     *
     * @param size how many workers may live at once, at least 1
     */
    public Coordinator(int size) throws IOException {
        if (size < 1) {
            throw new IllegalArgumentException("a coordinator needs at least one number, not " + size);
        }
        this.size = size;
        for (int number = 1; number <= size; number++) {
            free.add(number);
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        secret = HexFormat.of().formatHex(random);
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        daemon("mp-coordinator", this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** What a client must send first; never on a command line. */
    public String secret() {
        return secret;
    }

    /** How many workers may live at once. */
    public synchronized int size() {
        return size;
    }

    /** Raises the number of workers; a smaller number changes nothing. */
    public synchronized void growTo(int newSize) {
        while (size < newSize) {
            size++;
            free.add(size);
        }
        grant();
    }

    @Override
    public void close() {
        closed = true;
        closeQuietly(server);
        open.forEach(Coordinator::closeQuietly);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon("mp-coordinator-client", () -> serve(socket));
            } catch (IOException e) {
                if (!closed) {
                    Thread.yield();
                }
            }
        }
    }

    private void serve(Socket socket) {
        Client client = null;
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(DEADLINE_FOR_SECRET_MILLIS);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String hello = Wire.readLine(lines);
            if (hello == null || !knows(hello)) {
                return;
            }
            socket.setSoTimeout(0);
            client = new Client(socket.getOutputStream());
            join(client);
            for (String line = Wire.readLine(lines); line != null; line = Wire.readLine(lines)) {
                handle(client, line);
            }
        } catch (IOException | NumberFormatException e) {
            // The connection is over; what it held is given back below.
        } finally {
            open.remove(socket);
            if (client != null) {
                leave(client);
            }
        }
    }

    private boolean knows(String hello) {
        byte[] expected = (Wire.HELLO + secret).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(hello.getBytes(StandardCharsets.US_ASCII), expected);
    }

    private synchronized void join(Client client) {
        clients.add(client);
    }

    private synchronized void leave(Client client) {
        clients.remove(client);
        free.addAll(client.held);
        client.held.clear();
        grant();
    }

    private synchronized void handle(Client client, String line) throws IOException {
        if (line.startsWith(Wire.WANT)) {
            client.wanted = Integer.parseInt(line.substring(Wire.WANT.length()));
        } else if (line.startsWith(Wire.BACK)) {
            Integer number = Integer.valueOf(line.substring(Wire.BACK.length()));
            if (client.held.remove(number)) {
                free.add(number);
            }
        } else {
            throw new IOException("unknown line of the coordinator's protocol");
        }
        grant();
    }

    /** Gives free numbers to those who have the fewest; asks the richest to spare one where none is free. */
    private void grant() {
        while (!free.isEmpty()) {
            Client poorest = null;
            for (Client client : clients) {
                if (client.wanted > 0 && (poorest == null || client.held.size() < poorest.held.size())) {
                    poorest = client;
                }
            }
            if (poorest == null) {
                return;
            }
            Integer number = free.first();
            free.remove(number);
            poorest.held.add(number);
            poorest.wanted--;
            poorest.send(Wire.GRANT + number);
        }
        boolean somebodyStarves = clients.stream().anyMatch(client -> client.wanted > 0 && client.held.isEmpty());
        if (somebodyStarves) {
            clients.stream()
                    .filter(client -> client.held.size() > 1)
                    .max((one, other) -> Integer.compare(one.held.size(), other.held.size()))
                    .ifPresent(richest -> richest.send(Wire.SPARE));
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

    private static final class Client {
        private final OutputStream out;
        private final Set<Integer> held = new TreeSet<>();
        private int wanted;

        Client(OutputStream out) {
            this.out = out;
        }

        void send(String line) {
            try {
                out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                // Its reading thread sees the same end and gives back what it held.
            }
        }
    }
}

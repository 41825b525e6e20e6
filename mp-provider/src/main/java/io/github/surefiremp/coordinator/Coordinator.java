package io.github.surefiremp.coordinator;

import io.github.surefiremp.loopback.LoopbackServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Grants worker numbers 1..np, one for each live worker of a Maven session, over all modules and executions.
 *
 * <p>Story: each connection has a daemon thread of the {@link LoopbackServer} that reads its lines; the first must be
 * the secret. All numbers and clients are guarded by {@code this}; lines are written under the same lock, which cannot block for
 * long because a client that does not read has its connection closed by the system's buffer limit only after thousands
 * of lines, and a client gets one line for each number. Invariant: a number is free or held by exactly one client. A
 * client that goes away gives back all it held. {@link #close} closes every socket, which ends every thread.
 */
public final class Coordinator implements AutoCloseable {
    private final LoopbackServer server;
    private final String secret;
    private int size;
    private final NavigableSet<Integer> free = new TreeSet<>();
    private final List<Client> clients = new ArrayList<>();

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
        server = new LoopbackServer("mp-coordinator", this::serve);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
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
        server.close();
    }

    private boolean serve(LoopbackServer.Guest guest) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(guest.socket().getInputStream(), StandardCharsets.US_ASCII));
        String hello = Wire.readLine(lines);
        if (hello == null || !knows(hello)) {
            return false;
        }
        guest.isKnown();
        Client client = new Client(guest.socket().getOutputStream());
        join(client);
        try {
            for (String line = Wire.readLine(lines); line != null; line = Wire.readLine(lines)) {
                handle(client, line);
            }
        } finally {
            leave(client);
        }
        return false;
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
            client.wanted = Wire.number(line, Wire.WANT);
        } else if (line.startsWith(Wire.BACK)) {
            Integer number = Wire.number(line, Wire.BACK);
            if (client.held.remove(number)) {
                free.add(number);
                client.askedToSpare = false;
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
        if (somebodyStarves && clients.stream().noneMatch(client -> client.askedToSpare)) {
            clients.stream()
                    .filter(client -> client.held.size() > 1)
                    .max((one, other) -> Integer.compare(one.held.size(), other.held.size()))
                    .ifPresent(Client::askToSpare);
        }
    }

    private static final class Client {
        private final OutputStream out;
        private final Set<Integer> held = new TreeSet<>();
        private int wanted;
        /** One is enough until a number has come back, or a small build would end all of a large one's workers. */
        private boolean askedToSpare;

        Client(OutputStream out) {
            this.out = out;
        }

        void askToSpare() {
            askedToSpare = true;
            send(Wire.SPARE);
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

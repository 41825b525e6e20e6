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
 * Keeps a Maven session's controllers within bounds, over all modules and executions: it grants worker numbers 1..np,
 * one for each live worker, and the permit to run units, shared or alone.
 *
 * <p>Story: each connection has a daemon thread of the {@link LoopbackServer} that reads its lines; the first must be
 * the secret. Numbers, clients and the {@link SessionPermit} are guarded by {@code this}; lines are written under the
 * same lock, so that each client is told in the order in which things were decided. A write does not block: a client is
 * sent no more than it asked for, one line for each number it wants or gives back and two for each ENTER, so that one
 * that has stopped reading also stops causing lines, thousands before the system's buffers are full. Invariants: a
 * number is free or held by exactly one client; who is alone inside is the only one inside. Numbers and permit do not
 * depend on each other here; {@link CoordinatorClient#enter} says how a client must order the two. A client that goes
 * away, or is sent away because of a line that is not foreseen, gives back all it held and is outside. {@link #close}
 * closes every socket, which ends every thread.
 */
public final class Coordinator implements AutoCloseable {
    private final LoopbackServer server;
    private final String secret;
    private int size;
    private final NavigableSet<Integer> free = new TreeSet<>();
    private final List<Client> clients = new ArrayList<>();
    private final SessionPermit<Client> permit = new SessionPermit<>();

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
            forget(client);
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

    private synchronized void forget(Client client) {
        clients.remove(client);
        free.addAll(client.held);
        client.held.clear();
        tell(permit.remove(client));
        grant();
    }

    private synchronized void handle(Client client, String line) throws IOException {
        if (line.startsWith(Wire.WANT)) {
            client.wanted = Wire.number(line, Wire.WANT);
            grant();
        } else if (line.startsWith(Wire.LEFT)) {
            client.left = Wire.millis(line, Wire.LEFT);
            grant();
        } else if (line.startsWith(Wire.AFTER)) {
            client.after = Wire.millis(line, Wire.AFTER);
            grant();
        } else if (line.startsWith(Wire.BACK)) {
            Integer number = Wire.number(line, Wire.BACK);
            if (client.held.remove(number)) {
                free.add(number);
                client.askedToSpare = false;
            }
            grant();
        } else if (line.equals(Wire.ENTER_SHARED) || line.equals(Wire.ENTER_ALONE)) {
            if (!permit.isOutside(client)) {
                throw new IOException("a client of the coordinator asked to enter while it waited or was inside");
            }
            tell(permit.enter(client, line.equals(Wire.ENTER_ALONE)));
            grant();
        } else if (line.equals(Wire.LEAVE)) {
            if (permit.isOutside(client)) {
                throw new IOException("a client of the coordinator left while it was outside");
            }
            tell(permit.leave(client));
            grant();
        } else {
            throw new IOException("unknown line of the coordinator's protocol");
        }
    }

    private static void tell(List<SessionPermit.Signal<Client>> signals) {
        for (SessionPermit.Signal<Client> signal : signals) {
            signal.client()
                    .send(
                            switch (signal.word()) {
                                case ENTERED -> Wire.ENTERED;
                                case YIELD -> Wire.YIELD;
                            });
        }
    }

    /** Gives free numbers to whom the {@link Budget} says; asks one to spare one where none is free. */
    private void grant() {
        Client alone = permit.alone();
        while (!free.isEmpty()) {
            Client next = Budget.next(claims(), alone);
            if (next == null) {
                return;
            }
            Integer number = free.first();
            free.remove(number);
            next.held.add(number);
            next.wanted--;
            next.send(Wire.GRANT + number);
        }
        if (clients.stream().noneMatch(client -> client.askedToSpare)) {
            Client sparing = Budget.spares(claims(), alone);
            if (sparing != null) {
                sparing.askToSpare();
            }
        }
    }

    private List<Budget.Claim<Client>> claims() {
        return clients.stream()
                .map(client -> new Budget.Claim<>(client, client.held.size(), client.wanted, client.left, client.after))
                .toList();
    }

    private static final class Client {
        private final OutputStream out;
        private final Set<Integer> held = new TreeSet<>();
        private int wanted;
        private long left;
        private long after;
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

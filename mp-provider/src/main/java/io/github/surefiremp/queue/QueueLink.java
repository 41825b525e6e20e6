package io.github.surefiremp.queue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the queue server, so that the run's own thread need not wait for it.
 *
 * <p>Story: one daemon thread owns the connection and the leases, and everything that waits for the server happens in it.
 * The run's thread leaves wishes (so many more units, these results) and collects news; both are kept under this object's
 * lock, which nobody holds while talking to the server. When there is news, {@code changed} is called without the lock.
 *
 * <p>The thread renews all leases three times within the time they last. A result stays among the wishes until the server
 * has answered, so one that was on its way when the connection broke is sent again; the server counts it once. While the
 * server is away, the thread tries again after 0.1 s, 0.2 s and so on, up to every 5 s. After the time that patience
 * lasts, {@link QueueNews.Lost} is the last news. Shutdown: {@link #close} lets the thread send what waits, give back the
 * leases that are left, and leave; if the server is away that is tried once.
 */
final class QueueLink implements AutoCloseable {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    /** How often an idle machine asks for what others have done, or have lost. */
    private static final long IDLE_MILLIS = 100;

    private static final long BUSY_MILLIS = 1_000;
    private static final long NEVER = Long.MIN_VALUE;
    private static final long CLOSE_MILLIS = 15_000;

    /** Makes a connection. */
    @FunctionalInterface
    interface Connector {
        QueueServer connect() throws IOException;
    }

    /** A result that waits. */
    private record Finish(int unit, String result) {}

    private final Connector connector;
    private final String about;
    private final long leaseMillis;
    private final long patienceMillis;
    private final Runnable changed;
    private final Thread thread = new Thread(this::work, "mp-queue");

    // Under the lock.
    private final Deque<Finish> finishes = new ArrayDeque<>();
    private final List<QueueNews> news = new ArrayList<>();
    private int wanted;
    /** How often a wish was added. */
    private int wishes;

    private @Nullable String stop;
    private boolean closing;

    // The thread's own.
    private @Nullable QueueServer server;
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final Map<Integer, Lease> leaseOf = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> openUnits = new LinkedHashMap<>();
    private final Map<Integer, String> accepted = new TreeMap<>();
    private int known;
    private long renewAt;
    private long askAt;
    private long claimAt;
    private boolean stopTold;
    /** Since when no step has succeeded. */
    private long failingSince = NEVER;

    private long pause = FIRST_PAUSE_MILLIS;

    /**
     * @param server the first connection, which has joined
     * @param connector makes others
     * @param about what this machine says of itself
     * @param changed is called when there is news; must not block for long
     */
    QueueLink(
            QueueServer server,
            Connector connector,
            String about,
            long leaseMillis,
            long patienceMillis,
            Runnable changed) {
        this.server = server;
        this.connector = connector;
        this.about = about;
        this.leaseMillis = leaseMillis;
        this.patienceMillis = patienceMillis;
        this.changed = changed;
        thread.setDaemon(true);
    }

    void start() {
        renewAt = now();
        askAt = now();
        claimAt = now();
        thread.start();
    }

    /** So many units would be welcome now; replaces what was said before. */
    synchronized void want(int more) {
        if (more != wanted) {
            wanted = more;
            wishes++;
            notifyAll();
        }
    }

    /** A unit has a result; whether it counts will be news. */
    synchronized void finish(int unit, String result) {
        finishes.add(new Finish(unit, result));
        wishes++;
        notifyAll();
    }

    /** No machine is to begin a unit any more. */
    synchronized void stop(String why) {
        stop = why;
        wanted = 0;
        wishes++;
        notifyAll();
    }

    /** Takes what has happened. */
    synchronized List<QueueNews> takeNews() {
        if (news.isEmpty()) {
            return List.of();
        }
        List<QueueNews> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    /** Sends what waits, gives back what is left, and leaves; waits for that some seconds at most. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join(CLOSE_MILLIS);
    }

    private void tell(QueueNews one) {
        synchronized (this) {
            news.add(one);
        }
        changed.run();
    }

    private void work() {
        try {
            while (!isClosing()) {
                try {
                    step();
                    failingSince = NEVER;
                    pause = FIRST_PAUSE_MILLIS;
                } catch (IOException e) {
                    if (!reconnect(e)) {
                        return;
                    }
                }
            }
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            tell(new QueueNews.Lost("an error of mp: " + e));
        } finally {
            disconnect();
        }
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private QueueServer server() throws IOException {
        QueueServer open = server;
        if (open == null) {
            throw new IOException("not connected");
        }
        return open;
    }

    /** Does what is due, then waits for a wish or until something will be. */
    private void step() throws IOException, InterruptedException {
        int seen = wishes();
        sendResults();
        sendStop();
        long now = now();
        if (now >= renewAt) {
            server().renew(leases.values()).forEach(this::forget);
            renewAt = now() + leaseMillis / 3;
        }
        boolean hungry = takeSome();
        now = now();
        if (now >= askAt) {
            ask();
            askAt = now() + (hungry ? IDLE_MILLIS : BUSY_MILLIS);
        }
        if (hungry) {
            askAt = Math.min(askAt, now + IDLE_MILLIS);
        }
        await(Math.min(renewAt, askAt), seen);
    }

    private synchronized int wishes() {
        return wishes;
    }

    private synchronized void await(long until, int seen) throws InterruptedException {
        for (long left = until - now(); left > 0 && !closing && wishes == seen; left = until - now()) {
            wait(left);
        }
    }

    private void sendResults() throws IOException {
        for (Finish next = firstFinish(); next != null; next = firstFinish()) {
            Lease lease = leaseOf.get(next.unit());
            boolean counts = lease != null && server().finish(lease, next.unit(), withHead(next, lease));
            synchronized (this) {
                finishes.removeFirst();
            }
            if (lease != null) {
                if (counts) {
                    accepted.put(next.unit(), withHead(next, lease));
                }
                leave(lease, next.unit());
            }
            tell(new QueueNews.Judged(next.unit(), counts));
        }
    }

    /** The fence is known here only; it may have changed since the unit began. */
    private static String withHead(Finish finish, Lease lease) {
        UnitResult result = UnitResult.parse(finish.result());
        return new UnitResult(result.machine(), lease.fence(), result.outcome(), result.millis(), result.tests())
                .format();
    }

    private synchronized @Nullable Finish firstFinish() {
        return finishes.peekFirst();
    }

    private void leave(Lease lease, int unit) {
        leaseOf.remove(unit);
        Set<Integer> open = openUnits.get(lease.entry());
        if (open != null) {
            open.remove(unit);
            if (open.isEmpty()) {
                forget(lease.entry());
            }
        }
    }

    /** Somebody else has the lease, or it is done; what runs of it here will not count. */
    private void forget(String entry) {
        Lease lease = leases.remove(entry);
        openUnits.remove(entry);
        if (lease != null) {
            lease.units().forEach(leaseOf::remove);
        }
    }

    private void sendStop() throws IOException {
        String why;
        synchronized (this) {
            why = stop;
        }
        if (why != null && !stopTold) {
            server().stop(why);
            stopTold = true;
        }
    }

    /** Takes what is wanted; whether less was there. */
    private boolean takeSome() throws IOException {
        int most = wanted();
        if (most <= 0) {
            return false;
        }
        int got = hold(server().take(most));
        if (got >= most) {
            return false;
        }
        if (now() >= claimAt) {
            QueueServer.Claimed claimed = server().claim(most - got);
            claimed.givenUp().forEach(one -> tell(new QueueNews.Gave(one)));
            got += hold(claimed.leases());
            claimAt = now() + Math.min(IDLE_MILLIS * 5, leaseMillis / 4);
        }
        return got < most;
    }

    private synchronized int wanted() {
        return wanted;
    }

    /** How many of them are new. */
    private int hold(List<Lease> got) {
        List<Integer> units = new ArrayList<>();
        int count = 0;
        for (Lease lease : got) {
            boolean news = !leases.containsKey(lease.entry());
            leases.put(lease.entry(), lease);
            lease.units().forEach(unit -> leaseOf.put(unit, lease));
            openUnits.put(lease.entry(), new LinkedHashSet<>(lease.units()));
            if (news) {
                count++;
                units.addAll(lease.units());
            }
        }
        if (!units.isEmpty()) {
            synchronized (this) {
                // Until the run says anew what it wants, it has got what it wanted.
                wanted = Math.max(0, wanted - count);
            }
            tell(new QueueNews.Got(units));
        }
        return count;
    }

    private void ask() throws IOException {
        QueueServer.News found = server().news(known);
        if (found.total() < known) {
            restore();
            known = 0;
            found = server().news(0);
        }
        known += found.done().size();
        if (!found.done().isEmpty()) {
            tell(new QueueNews.Done(found.done()));
        }
        if (!found.stopped().isEmpty()) {
            tell(new QueueNews.Stopped(found.stopped()));
        }
    }

    /** The server may have lost the last results that it had accepted before it went away. */
    private void restore() throws IOException {
        if (!accepted.isEmpty()) {
            Set<Integer> twice = server().restore(accepted);
            if (!twice.isEmpty()) {
                tell(new QueueNews.Twice(List.copyOf(twice)));
                twice.forEach(accepted::remove);
            }
        }
    }

    /** Tries until it works, patience ends or the run does; whether it worked. */
    private boolean reconnect(IOException why) throws InterruptedException {
        disconnect();
        if (failingSince == NEVER) {
            failingSince = now();
            tell(new QueueNews.Trouble("lost its queue server (" + why.getMessage() + "), tries again"));
        }
        IOException last = why;
        // A server that lets us in and then fails again is no better than one that is away.
        while (now() - failingSince < patienceMillis) {
            synchronized (this) {
                for (long until = now() + pause; !closing && now() < until; ) {
                    wait(Math.max(1, until - now()));
                }
                if (closing) {
                    return true;
                }
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            try {
                server = connector.connect();
                server().join(about);
                restore();
                // All that is there counts as news.
                known = 0;
                // The clock may have begun anywhere.
                renewAt = now();
                askAt = now();
                tell(new QueueNews.Trouble("has its queue server again"));
                return true;
            } catch (IOException e) {
                last = e;
                disconnect();
            }
        }
        tell(new QueueNews.Lost(String.valueOf(last.getMessage())));
        return false;
    }

    private void end() {
        try {
            if (server == null) {
                server = connector.connect();
            }
            sendResults();
            sendStop();
            server().release(leases.values());
            server().leave();
        } catch (IOException e) {
            tell(new QueueNews.Lost(String.valueOf(e.getMessage())));
        }
    }

    private void disconnect() {
        QueueServer open = server;
        server = null;
        if (open != null) {
            open.close();
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}

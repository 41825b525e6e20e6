package io.github.surefiremp.sharing;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the workers of one run, or of one Maven session, share, and the port on which they reach it. */
public final class RunSharing implements AutoCloseable {
    private static final Duration NOTICE = Duration.ofSeconds(10);

    private final Broker broker;
    private final BrokerServer server;
    private final Semaphore changes = new Semaphore(0);

    /**
     * Begins to listen.
     *
     * @param name for the threads
     * @param changed is told when fixtures may have changed hands; must not block
     */
    public RunSharing(String name, Runnable changed, BrokerServer.Hosts hosts) throws IOException {
        broker = new Broker(Limits.DEFAULT, System::nanoTime, () -> {
            changes.release();
            changed.run();
        });
        server = new BrokerServer(name, broker, hosts);
    }

    /** The port on the loopback address. */
    public int port() {
        return server.port();
    }

    /** What a client must know; never on a command line. */
    public String secret() {
        return server.secret();
    }

    /** From now on fixtures live in JVMs of their own, because workers end before their users do. */
    public void hostFixtures() {
        broker.hostFixtures();
    }

    /** The last user that the plan knows of this fixture has ended. */
    public void usersGone(String fixture) {
        broker.usersGone(fixture);
    }

    /** Asks for all fixtures to be torn down; no further one is set up. */
    public void endFixtures() {
        broker.endFixtures();
    }

    /** The end of all fixtures waits no longer for those that are being set up. */
    public void abandonSetUps() {
        broker.abandonSetUps();
    }

    /**
     * Asks for all fixtures to be torn down and waits until that is done; for one that is still being set up, it waits
     * half of the time.
     *
     * @param patience how long at most
     * @param slow is told once if it takes longer than ten seconds, or half of the time
     * @return what could not be torn down, in words
     */
    public List<String> endFixtures(Duration patience, Runnable slow) {
        long begin = System.nanoTime();
        Duration half = patience.dividedBy(2);
        broker.endFixtures();
        List<String> problems = new ArrayList<>();
        try {
            if (!awaitEnd(begin, NOTICE.compareTo(half) < 0 ? NOTICE : half)) {
                slow.run();
            }
            if (!awaitEnd(begin, half)) {
                // What hangs in its set-up must not keep others from being torn down.
                broker.abandonSetUps();
            }
            if (!awaitEnd(begin, patience)) {
                problems.add("shared fixtures were not torn down within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add("the tear-down of shared fixtures was interrupted");
        }
        problems.addAll(broker.problems());
        return problems;
    }

    /** Whether none was left so long after the beginning. */
    private boolean awaitEnd(long begin, Duration patience) throws InterruptedException {
        while (broker.hasFixtures()) {
            long left = begin + patience.toNanos() - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            boolean unused = changes.tryAcquire(left, TimeUnit.NANOSECONDS);
        }
        return true;
    }

    /** Whether the worker keeps a fixture or sets one up. */
    public boolean isKeptBy(int worker) {
        return broker.isKeptBy(worker);
    }

    /** Whether there is any fixture that is not torn down. */
    public boolean hasFixtures() {
        return broker.hasFixtures();
    }

    /** What could not be torn down, in words. */
    public List<String> problems() {
        return broker.problems();
    }

    @Override
    public void close() {
        server.close();
    }
}

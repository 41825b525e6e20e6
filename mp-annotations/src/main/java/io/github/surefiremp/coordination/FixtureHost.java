package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.client.Connections;
import io.github.surefiremp.coordination.client.Connections.Scope;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A JVM that sets up shared fixtures and keeps them, where workers do not stay long enough. Started by mp; not for
 * tests.
 *
 * <p>It ends when the broker that it is for does; its shutdown hook then tears down what is left.
 */
public final class FixtureHost {
    private FixtureHost() {}

    /**
     * Offers to set up fixtures.
     *
     * @param settings those of {@link Connections#connect}
     * @param connected runs when the broker knows of it
     */
    public static void run(Map<String, String> settings, Runnable connected) throws InterruptedException {
        Connections.connect(settings);
        Connections.Target target = Connections.target();
        if (target == null || target.host() == null) {
            throw new IllegalArgumentException("mp did not say for whom fixtures are to be kept");
        }
        (target.host() == Scope.SESSION ? Mp.session() : Mp.execution()).open();
        connected.run();
        new CountDownLatch(1).await();
    }
}

package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Broker;
import java.io.IOException;

/** Workers that share something, and the broker behind it. */
abstract class Workers implements AutoCloseable {
    private final Broker broker;

    Workers(Broker broker) {
        this.broker = broker;
    }

    Broker broker() {
        return broker;
    }

    /** A further worker. */
    abstract Coordination worker() throws IOException;

    @Override
    public void close() {}
}

package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link;

/** A lock that is held; closing it gives it back. */
public final class Lock implements AutoCloseable {
    private final Coordination coordination;
    private final String name;
    private final long token;

    Lock(Coordination coordination, String name, long token) {
        this.coordination = coordination;
        this.name = name;
        this.token = token;
    }

    /** Gives the lock back, from any thread, without waiting for the broker's answer; once more does nothing. */
    @Override
    public void close() {
        coordination.tell(new Link.Question(Op.UNLOCK, name, "").number(token));
    }
}

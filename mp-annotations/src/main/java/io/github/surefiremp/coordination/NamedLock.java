package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link;
import java.time.Duration;

/**
 * A lock that one thread of all workers can hold. Those who wait get it in the order in which they came. The locks of a
 * worker that dies are free again.
 */
public final class NamedLock {
    private final Coordination coordination;
    private final String name;

    NamedLock(Coordination coordination, String name) {
        this.coordination = coordination;
        this.name = name;
    }

    /**
     * Waits until the lock is free and takes it.
     *
     * @param timeout how long to wait at most, above zero
     * @return what gives it back when it is closed, which any thread may do
     * @throws LockTimeoutException if it is not free in time; the message names the holder and those that wait
     * @throws CoordinationException if the thread holds it already, if this thread and others would wait for each other
     *     for ever, or if the thread is interrupted
     */
    public Lock acquire(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new CoordinationException(
                    "a lock needs a time to wait that is above zero, such as Duration.ofSeconds(30), not " + timeout);
        }
        Answer answer = coordination.ask(new Link.Question(Op.LOCK, name, Places.here()), nanos(timeout));
        if (answer.kind() == Answer.Kind.CANCELLED) {
            throw new LockTimeoutException(
                    title() + " was not free within " + timeout.toMillis() / 1000.0 + " s\n" + answer.text());
        }
        return new Lock(coordination, name, answer.number());
    }

    private static long nanos(Duration timeout) {
        try {
            return timeout.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    private String title() {
        return name.isEmpty() ? "the unnamed lock" : "the lock \"" + name + '"';
    }
}

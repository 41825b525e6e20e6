package patterns;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lends a bounded number of things; who comes when all are out waits.
 *
 * @param <T> what it lends
 */
public final class Pool<T> {
    private final Supplier<T> maker;
    private final Semaphore free;
    private final Deque<T> kept = new ArrayDeque<>();
    private final AtomicInteger made = new AtomicInteger();

    /** A pool of at most {@code size} things, each made when it is first needed. */
    public Pool(int size, Supplier<T> maker) {
        this.maker = maker;
        this.free = new Semaphore(size, true);
    }

    /** What is lent; closing it gives it back. */
    public record Lent<T>(T thing, Pool<T> from) implements AutoCloseable {
        @Override
        public void close() {
            from.giveBack(thing);
        }
    }

    /** Borrows one, waiting for it if need be. */
    public Lent<T> borrow() throws InterruptedException {
        free.acquire();
        T thing;
        synchronized (kept) {
            thing = kept.poll();
        }
        if (thing == null) {
            made.incrementAndGet();
            thing = maker.get();
        }
        return new Lent<>(thing, this);
    }

    private void giveBack(T thing) {
        synchronized (kept) {
            kept.push(thing);
        }
        free.release();
    }

    /** How many it has made. */
    public int made() {
        return made.get();
    }
}

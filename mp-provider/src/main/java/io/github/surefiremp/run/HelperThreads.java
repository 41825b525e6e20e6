package io.github.surefiremp.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that take jobs out of a queue, first come, first served.
 *
 * <p>They start when there is a job that no idle one is there for, up to a limit, which is higher by one for each thread
 * that says that it waits. A helper ends when there are more than that, and all do when the queue is closed. One lock
 * guards everything; no job runs while it is held. Daemons: a test that never ends does not keep the JVM.
 */
final class HelperThreads<J> {
    /** So many that wait raise the limit; JUnit's own pool makes up for as many. */
    private static final int MOST_WAITING = 256;

    private final int limit;
    private final Consumer<J> work;

    private final Object lock = new Object();
    /** Guarded by the lock, as all that follows. */
    private final Deque<J> queue = new ArrayDeque<>();

    private int helpers;
    private int idle;
    private int waiting;
    private boolean closed;
    private int named;

    /**
     * @param limit how many of them there are at most while nobody waits
     * @param work does a job and throws nothing
     */
    HelperThreads(int limit, Consumer<J> work) {
        this.limit = limit;
        this.work = work;
    }

    void offer(Collection<J> jobs) {
        synchronized (lock) {
            queue.addAll(jobs);
            call();
        }
    }

    /** A thread that does a job begins to wait for something else, or has waited for it. */
    void oneWaits(boolean begins) {
        synchronized (lock) {
            waiting += begins ? 1 : -1;
            call();
        }
    }

    /** What is in the queue is left to whoever put it there. */
    void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private int most() {
        return limit + Math.min(waiting, MOST_WAITING);
    }

    /** As many as there is work for; to be called with the lock. */
    private void call() {
        lock.notifyAll();
        int wanted = Math.min(queue.size() - idle, most() - helpers);
        for (int i = 0; i < wanted; i++) {
            helpers++;
            Thread thread = new Thread(this::help, "mp-tests-" + ++named);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void help() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String name = Thread.currentThread().getName();
        for (J job = next(); job != null; job = next()) {
            work.accept(job);
            // What a test leaves of its thread is not the next one's.
            Thread.interrupted();
            Thread.currentThread().setContextClassLoader(loader);
            Thread.currentThread().setName(name);
        }
    }

    /** Waits for a job; null when there is nothing for this helper any more. */
    private @Nullable J next() {
        synchronized (lock) {
            while (true) {
                if (closed || helpers > most()) {
                    helpers--;
                    return null;
                }
                J job = queue.poll();
                if (job != null) {
                    return job;
                }
                idle++;
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    // Whoever interrupts the threads of tests does not mean this one.
                    continue;
                } finally {
                    idle--;
                }
            }
        }
    }
}

package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.client.Link;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A thread of a worker that does what it is told, one thing after another. */
final class Actor implements AutoCloseable {
    static final int DEADLINE_SECONDS = 10;

    private final Coordination worker;
    private final BlockingQueue<Runnable> deeds = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean over;

    /** What is done with what the workers share. */
    interface Deed<T> {
        T on(Coordination worker) throws Exception;
    }

    Actor(String name, Coordination worker) {
        this.worker = worker;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!over) {
            try {
                deeds.take().run();
            } catch (InterruptedException e) {
                // The next deed begins without it.
            }
        }
    }

    Coordination worker() {
        return worker;
    }

    Thread thread() {
        return thread;
    }

    /** Begins it, and does not wait for its end. */
    <T> CompletableFuture<T> begins(Deed<T> deed) {
        CompletableFuture<T> result = new CompletableFuture<>();
        deeds.add(() -> {
            try {
                result.complete(deed.on(worker));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Does it. */
    <T> T does(Deed<T> deed) {
        return result(begins(deed));
    }

    /**
     * Begins something whose first question has to wait for others, and comes back when it does. What waits in a later
     * question says first, with a latch, that it has come so far; then {@link #untilItWaits}.
     */
    <T> CompletableFuture<T> waitsFor(Deed<T> deed) {
        CompletableFuture<T> result = begins(deed);
        untilItWaits(result);
        return result;
    }

    void untilItWaits(CompletableFuture<?> forResult) {
        until("thread " + thread.getName() + " waits", () -> {
            if (forResult.isDone()) {
                throw new AssertionError("it does not wait, it has " + forResult);
            }
            Object before = whatItWaitsFor();
            if (before == null) {
                return false;
            }
            // Whatever was asked before this is answered before this, unless it has to wait.
            Object unused = worker.messageBoard().keys();
            return whatItWaitsFor() == before && !forResult.isDone();
        });
    }

    /** Something that each question has another one of; null if the thread does not wait for an answer. */
    private Object whatItWaitsFor() {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(Link.class.getName())
                    && frame.getMethodName().equals("await")) {
                return LockSupport.getBlocker(thread);
            }
        }
        return null;
    }

    void interrupt() {
        thread.interrupt();
    }

    static <T> T result(CompletableFuture<T> of) {
        try {
            return of.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("it failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no result in time", e);
        }
    }

    static Throwable failure(CompletableFuture<?> of) {
        try {
            throw new AssertionError("it did not fail: " + of.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no failure in time", e);
        }
    }

    static void until(String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not in time: " + what);
                }
                LockSupport.parkNanos(100_000);
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    @Override
    public void close() {
        over = true;
        deeds.add(() -> {});
        thread.interrupt();
    }
}

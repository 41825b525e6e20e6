package io.github.surefiremp.run;

import io.github.surefiremp.discover.ParallelTests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ResourceLock;

/**
 * Runs the nodes of a tree: what {@link ParallelTests} puts into one batch at the same time, all else in order on the
 * thread that runs the node above.
 *
 * <p>Threads: the thread that begins works too, and up to {@code threads - 1} helpers beside it. Who has put a batch into
 * the queue runs them like the helpers, and waits for those that others have taken. Who waits, for jobs or for a lock of
 * JUnit's, does not count: then one more helper may run, so that never more than {@code threads} nodes work, and no fewer
 * while there are jobs.
 *
 * <p>A job is taken once, by whoever sets its flag first. So nobody needs a helper to make progress, and waiting cannot
 * lock up: a thread takes the locks of a node before it gets a permit to run, gives the permit back while it waits, and
 * waits only for jobs below the node that it runs. JUnit gives no locks of their own to nodes below one that has some.
 *
 * <p>The platform does not tell (before version 6.1) which node a task is for. But it asks for the tasks of a node's
 * children in their order, on the thread that runs the node; so each thread knows where it is.
 *
 * <p>The helpers end when the tree has ended, or by themselves if nothing is left for them.
 */
final class TestThreads implements HierarchicalTestExecutorService {
    /** JUnit runs the children of a node from a list, and does not take the list's frames out of traces. */
    private static final StackTraceElement IN_LIST = inList();

    private final ParallelTests tests;
    private final Semaphore permits;
    private final ThreadLocal<Frame> current = new ThreadLocal<>();
    private final AtomicInteger openBatches = new AtomicInteger();
    private final HelperThreads<Job> helpers;
    private @Nullable TestDescriptor root;
    private @Nullable Cancellation cancellation;

    /** @param threads how many nodes work at the same time at most */
    TestThreads(ParallelTests tests, int threads) {
        this.tests = tests;
        this.permits = new Semaphore(threads);
        this.helpers = new HelperThreads<>(threads - 1, job -> job.runOnce(false));
    }

    /** What will be run; several nodes below the root run at the same time. */
    void begin(TestDescriptor tree, Cancellation wish) {
        root = tree;
        cancellation = wish;
    }

    /** The node that the calling thread runs has been reported to begin. */
    void begun() {
        Frame frame = current.get();
        if (frame != null && frame.job != null) {
            frame.job.begun.countDown();
        }
    }

    /** What the stack of the calling thread would have below the node that it runs if there were one thread only. */
    List<StackTraceElement> below() {
        Frame frame = current.get();
        return frame == null ? List.of() : frame.below;
    }

    /** The same for a node that is about to be added by the node that the calling thread runs. */
    private List<StackTraceElement> belowNext(boolean fromList) {
        List<StackTraceElement> all = new ArrayList<>();
        if (fromList) {
            all.add(IN_LIST);
        }
        all.addAll(Frames.between());
        all.addAll(below());
        return all;
    }

    private static StackTraceElement inList() {
        List<StackTraceElement> frames = new ArrayList<>();
        new ArrayList<>(List.of(frames))
                .forEach(to ->
                        to.addAll(Arrays.asList(new Throwable().getStackTrace()).subList(1, 2)));
        return frames.get(0);
    }

    /** A node that runs, on one thread. */
    private static final class Frame {
        /** Null for what is not in the tree before it runs. */
        final @Nullable TestDescriptor node;
        /** What it adds while it runs runs at the same time. */
        final boolean together;

        final @Nullable Job job;
        final List<StackTraceElement> below;
        /** The first of what it added is kept back until there is a second one. */
        @Nullable
        Job first;

        boolean several;

        Frame(@Nullable TestDescriptor node, boolean together, @Nullable Job job, List<StackTraceElement> below) {
            this.node = node;
            this.together = together;
            this.job = job;
            this.below = below;
        }
    }

    /** A node that may run on any thread. */
    private final class Job extends CompletableFuture<Void> {
        final TestTask task;
        final @Nullable TestDescriptor node;
        final boolean together;
        /** What has to begin before it, null for nothing. */
        final @Nullable Job after;

        final List<StackTraceElement> below;

        final AtomicBoolean taken = new AtomicBoolean();
        final CountDownLatch begun = new CountDownLatch(1);

        Job(
                TestTask task,
                @Nullable TestDescriptor node,
                boolean together,
                @Nullable Job after,
                List<StackTraceElement> below) {
            this.task = task;
            this.node = node;
            this.together = together;
            this.after = after;
            this.below = below;
        }

        /**
         * Runs it unless somebody has, or has begun to.
         *
         * <p>Whoever took it out of the queue must not run the one before it instead: this one would then be in nobody's
         * hands until that has ended. Nor need it, because that one was taken out of the queue before.
         */
        void runOnce(boolean hasPermit) {
            Job first = after;
            if (!taken.compareAndSet(false, true)) {
                return;
            }
            try {
                if (first != null) {
                    // The output of a set-up is the first test's for Surefire, and that shall be the same one always.
                    first.awaitBegin(hasPermit);
                }
                TestThreads.this.run(task, new Frame(node, together, this, below), hasPermit);
                complete(null);
            } catch (Throwable e) {
                completeExceptionally(e);
            } finally {
                begun.countDown();
            }
        }

        private void awaitBegin(boolean hasPermit) throws InterruptedException {
            if (begun.getCount() == 0) {
                return;
            }
            if (hasPermit) {
                permits.release();
            }
            try {
                begun.await();
            } finally {
                if (hasPermit) {
                    permits.acquireUninterruptibly();
                }
            }
        }

        /** Runs it, or waits for whoever does. */
        @Override
        public Void get() throws InterruptedException, ExecutionException {
            if (after != null) {
                after.runOnce(true);
            }
            runOnce(true);
            if (!isDone()) {
                permits.release();
                helpers.oneWaits(true);
                try {
                    return super.get();
                } finally {
                    helpers.oneWaits(false);
                    permits.acquireUninterruptibly();
                }
            }
            return super.get();
        }

        @Override
        public Void get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException {
            return get();
        }
    }

    @Override
    public Future<Void> submit(TestTask task) {
        Frame frame = current.get();
        if (frame == null) {
            permits.acquireUninterruptibly();
            try {
                run(task, new Frame(root, false, null, List.of()), true);
            } finally {
                permits.release();
            }
            return CompletableFuture.completedFuture(null);
        }
        if (!frame.together) {
            boundary();
            run(task, new Frame(null, false, null, belowNext(false)), true);
            return CompletableFuture.completedFuture(null);
        }
        Job first = frame.first;
        Job job = new Job(task, null, true, first, belowNext(false));
        if (first == null) {
            boundary();
            openBatches.incrementAndGet();
            frame.first = job;
        } else if (frame.several) {
            helpers.offer(List.of(job));
        } else {
            frame.several = true;
            helpers.offer(List.of(first, job));
        }
        return job;
    }

    @Override
    public void invokeAll(List<? extends TestTask> tasks) {
        Frame frame = current.get();
        TestDescriptor node = frame == null ? null : frame.node;
        List<TestDescriptor> children = node == null ? List.of() : List.copyOf(node.getChildren());
        if (node == null || children.size() != tasks.size()) {
            for (TestTask task : tasks) {
                runInOrder(task, null);
            }
            return;
        }
        Map<TestDescriptor, TestTask> taskOf = new HashMap<>();
        for (int i = 0; i < children.size(); i++) {
            taskOf.put(children.get(i), tasks.get(i));
        }
        for (List<TestDescriptor> batch : node == root ? List.of(children) : tests.batches(node)) {
            if (batch.size() == 1) {
                runInOrder(Objects.requireNonNull(taskOf.get(batch.get(0))), batch.get(0));
            } else {
                runTogether(batch, taskOf);
            }
        }
    }

    private void runInOrder(TestTask task, @Nullable TestDescriptor node) {
        boundary();
        run(task, new Frame(node, node != null && tests.runsInvocationsTogether(node), null, belowNext(true)), true);
    }

    private void runTogether(List<TestDescriptor> batch, Map<TestDescriptor, TestTask> taskOf) {
        boundary();
        List<StackTraceElement> below = belowNext(true);
        List<Job> jobs = new ArrayList<>();
        for (TestDescriptor node : batch) {
            jobs.add(new Job(
                    Objects.requireNonNull(taskOf.get(node)),
                    node,
                    tests.runsInvocationsTogether(node),
                    jobs.isEmpty() ? null : jobs.get(0),
                    below));
        }
        openBatches.incrementAndGet();
        try {
            helpers.offer(jobs);
            jobs.forEach(job -> job.runOnce(true));
            Throwable failure = null;
            for (Job job : jobs) {
                try {
                    job.get();
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                }
            }
            if (failure != null) {
                throw failure;
            }
        } catch (Throwable e) {
            throw sneaky(e);
        } finally {
            openBatches.decrementAndGet();
        }
    }

    /** What was cancelled is skipped from here on, if no batch has begun that has not ended. */
    private void boundary() {
        if (openBatches.get() == 0 && cancellation != null) {
            cancellation.handOn();
        }
    }

    /** Runs a node and all below it; with its locks, and with a permit. */
    private void run(TestTask task, Frame frame, boolean hasPermit) {
        Frame outer = current.get();
        ResourceLock needed = task.getResourceLock();
        boolean holds = hasPermit;
        try {
            if (holds && !isNone(needed)) {
                permits.release();
                holds = false;
            }
            acquire(needed);
            try {
                if (!holds) {
                    permits.acquireUninterruptibly();
                    holds = true;
                }
                current.set(frame);
                task.execute();
            } finally {
                if (frame.first != null) {
                    openBatches.decrementAndGet();
                }
                needed.release();
            }
        } catch (InterruptedException e) {
            throw sneaky(e);
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            if (hasPermit && !holds) {
                permits.acquireUninterruptibly();
            } else if (!hasPermit && holds) {
                permits.release();
            }
        }
    }

    /** Without a permit, unless there is nothing to wait for. */
    private void acquire(ResourceLock needed) throws InterruptedException {
        if (isNone(needed)) {
            return;
        }
        helpers.oneWaits(true);
        try {
            needed.acquire();
        } finally {
            helpers.oneWaits(false);
        }
    }

    private static boolean isNone(ResourceLock lock) {
        return lock.getClass().getSimpleName().equals("NopLock");
    }

    @Override
    public void close() {
        helpers.close();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable e) throws T {
        throw (T) e;
    }
}

package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefiremp.annotations.NotParallelizable;
import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import io.github.surefiremp.discover.ParallelTests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService.TestTask;
import org.junit.platform.engine.support.hierarchical.Node.ExecutionMode;
import org.junit.platform.engine.support.hierarchical.ResourceLock;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class TestThreadsTest {
    private static final long DEADLINE_SECONDS = 30;
    private static final int THREADS = 4;

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private TestThreads threads = new TestThreads(new ParallelTests(key -> Optional.empty()), THREADS);

    @Parallelizable(Scope.PARAMETERS)
    static class Repeated {
        @RepeatedTest(3)
        void p() {}

        @RepeatedTest(3)
        void q() {}

        @RepeatedTest(3)
        void r() {}
    }

    @Parallelizable(Scope.CHILDREN)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Children {
        @Test
        @Parallelizable(Scope.CHILDREN)
        void a() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void b() {}

        @Test
        @NotParallelizable
        void c() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void d() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void e() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void f() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void g() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void h() {}

        @Test
        @Parallelizable(Scope.CHILDREN)
        void i() {}
    }

    @AfterEach
    void close() {
        threads.close();
    }

    /** It failed in the first few hundred rounds: the second invocation was in the hands of a helper that ran the first. */
    @Test
    void invocationsDoNotWaitForTheFirstToEnd() {
        TestDescriptor root = discover(Repeated.class);
        for (int i = 0; i < 1000; i++) {
            int round = i;
            threads = new TestThreads(new ParallelTests(key -> Optional.empty()), THREADS);
            runMethods(root, method -> {
                CyclicBarrier firstTwo = new CyclicBarrier(2);
                List<Future<Void>> all = new ArrayList<>();
                for (int invocation = 0; invocation < 3; invocation++) {
                    boolean waits = invocation < 2;
                    all.add(threads.submit(task(free(), () -> {
                        threads.begun();
                        if (waits) {
                            meet(firstTwo, method + " in round " + round);
                        }
                    })));
                }
                for (Future<Void> one : all) {
                    one.get();
                }
            });
            threads.close();
        }
    }

    @Test
    void aBatchEndsBeforeWhatComesNextAndNeverHasTooManyAtWork() {
        CyclicBarrier four = new CyclicBarrier(THREADS);
        runMethods(discover(Children.class), method -> {
            begin(method);
            if ("defg".contains(method)) {
                meet(four, method);
            }
            end(method);
        });

        assertThat(most).hasValue(THREADS);
        assertThat(events).hasSize(18);
        assertThat(events.subList(0, 4)).containsExactlyInAnyOrder("+a", "-a", "+b", "-b");
        assertThat(events.subList(4, 6)).containsExactly("+c", "-c");
        assertThat(events.get(0)).isEqualTo("+a");
        assertThat(events.get(6)).isEqualTo("+d");
    }

    @Test
    void whoWaitsForALockLeavesItsPlaceToOthers() {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch allOthers = new CountDownLatch(2);
        runMethods(discover(Children.class), method -> "defg".contains(method) ? guarded(lock) : free(), method -> {
            begin(method);
            if (method.equals("d")) {
                // e, f and g wait for the lock that this one has.
                assertThat(allOthers.await(DEADLINE_SECONDS, TimeUnit.SECONDS))
                        .as("h and i ran meanwhile")
                        .isTrue();
            }
            if ("hi".contains(method)) {
                allOthers.countDown();
            }
            end(method);
        });

        assertThat(events).hasSize(18);
        assertThat(most.get()).isLessThanOrEqualTo(THREADS);
    }

    @Test
    void aFailureReachesTheCallerWhenAllOfTheBatchHaveRun() {
        assertThatThrownBy(() -> runMethods(discover(Children.class), method -> {
                    begin(method);
                    end(method);
                    if (method.equals("a")) {
                        throw new UnsupportedOperationException("a");
                    }
                }))
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);

        assertThat(events).contains("-a", "-b").doesNotContain("+c");
    }

    private void begin(String method) {
        events.add("+" + method);
        threads.begun();
        int now = working.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
    }

    private void end(String method) {
        working.decrementAndGet();
        events.add("-" + method);
    }

    private static void meet(CyclicBarrier others, String who) throws Exception {
        assertThat(others.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).as(who).isNotNegative();
    }

    private interface Body {
        void run() throws Exception;
    }

    private interface Method {
        void run(String name) throws Exception;
    }

    private interface Locks {
        ResourceLock of(String name);
    }

    private void runMethods(TestDescriptor root, Method body) {
        runMethods(root, method -> free(), body);
    }

    /** As the platform does it: a task for the root, one for its class, and in this one for each method. */
    private void runMethods(TestDescriptor root, Locks locks, Method body) {
        threads.begin(root, null);
        List<TestTask> methods = root.getChildren().iterator().next().getChildren().stream()
                .map(node -> {
                    String name = node.getUniqueId().getLastSegment().getValue().replaceAll("\\(.*", "");
                    return task(locks.of(name), () -> body.run(name));
                })
                .toList();
        threads.submit(task(free(), () -> threads.invokeAll(List.of(task(free(), () -> threads.invokeAll(methods))))));
    }

    private static TestDescriptor discover(Class<?> type) {
        return new JupiterTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .build(),
                        UniqueId.forEngine("junit-jupiter"));
    }

    private static TestTask task(ResourceLock lock, Body body) {
        return new TestTask() {
            @Override
            public ExecutionMode getExecutionMode() {
                return ExecutionMode.SAME_THREAD;
            }

            @Override
            public ResourceLock getResourceLock() {
                return lock;
            }

            @Override
            public void execute() {
                try {
                    body.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static ResourceLock free() {
        return new NopLock();
    }

    private static ResourceLock guarded(ReentrantLock lock) {
        return new OneLock(lock);
    }

    /** Has the name of the platform's own. */
    private static final class NopLock extends OneLock {
        NopLock() {
            super(null);
        }
    }

    private static class OneLock implements ResourceLock {
        private final @Nullable ReentrantLock lock;

        OneLock(@Nullable ReentrantLock lock) {
            this.lock = lock;
        }

        @Override
        public ResourceLock acquire() throws InterruptedException {
            if (lock != null) {
                lock.lockInterruptibly();
            }
            return this;
        }

        @Override
        public void release() {
            if (lock != null) {
                lock.unlock();
            }
        }

        @Override
        public List<ExclusiveResource> getResources() {
            return List.of();
        }

        @Override
        public boolean isExclusive() {
            return false;
        }
    }
}

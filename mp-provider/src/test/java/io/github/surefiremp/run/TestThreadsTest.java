package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import io.github.surefiremp.discover.ParallelTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
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

    @Parallelizable(Scope.PARAMETERS)
    static class Repeated {
        @RepeatedTest(3)
        void p() {}

        @RepeatedTest(3)
        void q() {}

        @RepeatedTest(3)
        void r() {}
    }

    @Test
    void invocationsRunTogether() throws Exception {
        TestDescriptor root = discover(Repeated.class);
        for (int i = 0; i < 1000; i++) {
            TestThreads threads = new TestThreads(new ParallelTests(key -> Optional.empty()), 4);
            threads.begin(root, null);
            int round = i;
            threads.submit(task(() -> threads.invokeAll(List.of(task(() -> {
                List<TestTask> tasks = new ArrayList<>();
                for (TestDescriptor ignored : root.getChildren().iterator().next().getChildren()) {
                    tasks.add(task(() -> template(threads, round)));
                }
                threads.invokeAll(tasks);
            })))));
            threads.close();
        }
    }

    private static void template(TestThreads threads, int round) throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            all.add(threads.submit(task(() -> {
                threads.begun();
                if (number < 2) {
                    both.countDown();
                    assertThat(both.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("two at the same time in round %s", round).isTrue();
                }
            })));
        }
        for (Future<Void> one : all) {
            one.get();
        }
    }

    private static TestDescriptor discover(Class<?> type) {
        return new JupiterTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .build(),
                        UniqueId.forEngine("junit-jupiter"));
    }

    private interface Body {
        void run() throws Exception;
    }

    private static TestTask task(Body body) {
        return new TestTask() {
            @Override
            public ExecutionMode getExecutionMode() {
                return ExecutionMode.SAME_THREAD;
            }

            @Override
            public ResourceLock getResourceLock() {
                return new NopLock();
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

    private static final class NopLock implements ResourceLock {
        @Override
        public ResourceLock acquire() {
            return this;
        }

        @Override
        public void release() {}

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

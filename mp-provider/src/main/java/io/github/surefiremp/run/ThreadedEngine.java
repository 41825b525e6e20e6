package io.github.surefiremp.run;

import io.github.surefiremp.discover.ParallelTests;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ThrowableCollector;

/**
 * Runs Jupiter's own nodes, in the context of Jupiter's open execution, on several threads. The platform plans the locks
 * of the whole tree before, as it does where Jupiter itself runs tests in parallel; which nodes run at the same time is
 * for {@link TestThreads} to say. Runs once.
 */
final class ThreadedEngine extends HierarchicalTestEngine<EngineExecutionContext> {
    private final EngineExecutionContext context;
    private final TestThreads threads;

    ThreadedEngine(EngineExecutionContext context, ParallelTests tests, int threads) {
        this.context = context;
        this.threads = new TestThreads(tests, threads);
    }

    /**
     * Runs a tree and returns when all of it has ended.
     *
     * @param from has what the platform gives to an execution
     */
    void execute(ExecutionRequest from, TestDescriptor root, EngineExecutionListener listener) {
        Cancellation cancellation = Cancellation.of(from);
        threads.begin(root, cancellation);
        EngineExecutionListener noting = Requests.proxy(EngineExecutionListener.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 1 && arguments[1] instanceof TestExecutionResult result) {
                result.getThrowable().ifPresent(failure -> Frames.cut(failure, threads.below()));
            }
            try {
                return Requests.call(listener, method, arguments);
            } finally {
                if (method.getName().equals("executionStarted")
                        || method.getName().equals("executionSkipped")) {
                    threads.begun();
                }
            }
        });
        execute(cancellation.derive(from, root, noting));
    }

    @Override
    public String getId() {
        return "mp-threads";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        throw new UnsupportedOperationException("it runs what another engine found");
    }

    @Override
    protected EngineExecutionContext createExecutionContext(ExecutionRequest request) {
        return context;
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        return threads;
    }

    /** As Jupiter does: an assumption of JUnit 4 that fails aborts a test, too. */
    @Override
    protected ThrowableCollector.Factory createThrowableCollectorFactory(ExecutionRequest request) {
        return () -> new ThrowableCollector(ThreadedEngine::aborts);
    }

    private static boolean aborts(Throwable failure) {
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("org.opentest4j.TestAbortedException")
                    || type.getName().equals("org.junit.internal.AssumptionViolatedException")) {
                return true;
            }
        }
        return false;
    }
}

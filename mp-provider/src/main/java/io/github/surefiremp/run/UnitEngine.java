package io.github.surefiremp.run;

import java.util.function.Consumer;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * The test engine of a worker: the one engine of the only request that the worker's launcher executes. While it runs,
 * the other engines run the units, so that listeners of the launcher see one test plan however many units there are.
 */
final class UnitEngine implements TestEngine {
    static final String ID = "mp";

    private final Consumer<ExecutionRequest> body;

    UnitEngine(Consumer<ExecutionRequest> body) {
        this.body = body;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        return new EngineDescriptor(uniqueId, ID) {
            @Override
            public boolean mayRegisterTests() {
                return true;
            }
        };
    }

    @Override
    public void execute(ExecutionRequest request) {
        request.getEngineExecutionListener().executionStarted(request.getRootTestDescriptor());
        body.accept(request);
        request.getEngineExecutionListener()
                .executionFinished(request.getRootTestDescriptor(), TestExecutionResult.successful());
    }
}

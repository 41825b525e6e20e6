package io.github.surefiremp.run;

import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * A node that mp puts into an engine's tree, below its root and around what a unit runs. It has the root's id, so that
 * the engine's own nodes look like the root's children, and is never reported.
 */
abstract class PullNode extends AbstractTestDescriptor implements Node<EngineExecutionContext> {
    private PullNode(UniqueId rootId) {
        super(rootId, "mp");
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    /** Runs nodes of the engine, which stays open. */
    interface Inside {
        /** Runs the nodes one after another and returns when all have ended. */
        void run(List<TestDescriptor> nodes);

        /** Runs the nodes in one go, with an engine that stands in the open one's place, and returns when all have ended. */
        void run(List<TestDescriptor> nodes, InPlace engine);
    }

    /** Runs a tree in the context of the engine that is open. */
    interface InPlace {
        void run(TestDescriptor root, EngineExecutionContext context);
    }

    /** What happens while the engine is open. */
    interface Body {
        void run(Inside inside);
    }

    /** The node that is the engine's only child, and keeps it open until its body has ended. */
    static PullNode pulling(UniqueId rootId, Body body) {
        return new PullNode(rootId) {
            @Override
            public EngineExecutionContext execute(EngineExecutionContext context, DynamicTestExecutor executor) {
                // Dynamic nodes must not need locks, and classes may; a node around them needs none.
                body.run(new Inside() {
                    @Override
                    public void run(List<TestDescriptor> nodes) {
                        executor.execute(enclosing(rootId, nodes));
                    }

                    @Override
                    public void run(List<TestDescriptor> nodes, InPlace engine) {
                        engine.run(enclosing(rootId, nodes), context);
                    }
                });
                return context;
            }
        };
    }

    private static PullNode enclosing(UniqueId rootId, List<TestDescriptor> nodes) {
        PullNode enclosing = new PullNode(rootId) {};
        nodes.forEach(enclosing::addChild);
        return enclosing;
    }
}

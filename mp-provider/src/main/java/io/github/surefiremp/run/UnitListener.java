package io.github.surefiremp.run;

import io.github.surefiremp.model.Markers;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestPlan;

/**
 * Stands between the engines and the launcher: makes each node known before it runs, hides mp's own nodes, and tells
 * the controller which piece of a class begins.
 *
 * <p>Engines may call the listener from several threads; what a unit expects is set by the worker's thread before.
 */
final class UnitListener {
    private final EngineExecutionListener launcher;
    private final EngineExecutionListener listener;
    private final Consumer<String> controller;
    private final String token;
    private final Set<UniqueId> roots = new HashSet<>();
    /** The class of each piece of the unit that has not begun; of whole classes it is what discovery found in them. */
    private final Map<String, String> pieces = new ConcurrentHashMap<>();

    private Set<String> splitClasses = Set.of();

    private volatile @Nullable Throwable rootFailure;
    private volatile @Nullable Throwable nodeFailure;
    private volatile @Nullable TestPlan unitPlan;

    UnitListener(
            EngineExecutionListener launcher,
            Consumer<String> controller,
            String token,
            SurefireListener surefire,
            Supplier<TestPlan> wholePlan) {
        this.launcher = launcher;
        this.controller = controller;
        this.token = token;
        // A proxy, because newer platforms tell of more than this code knows.
        this.listener = Requests.proxy(EngineExecutionListener.class, (proxy, method, arguments) -> {
            if (arguments == null || !(arguments[0] instanceof TestDescriptor descriptor)) {
                return Requests.call(launcher, method, arguments);
            }
            boolean skips = method.getName().equals("executionSkipped");
            if (descriptor instanceof PullNode) {
                if (skips) {
                    descriptor.getChildren().forEach(child -> launcher.executionSkipped(child, (String) arguments[1]));
                } else if (arguments.length > 1 && arguments[1] instanceof TestExecutionResult result) {
                    nodeFailure = result.getThrowable().orElse(nodeFailure);
                }
                return null;
            }
            if (skips || method.getName().equals("executionStarted")) {
                begin(descriptor.getUniqueId().toString());
            }
            if (arguments.length > 1 && arguments[1] instanceof TestExecutionResult result) {
                result.getThrowable().ifPresent(Frames::cut);
                if (descriptor.isRoot()) {
                    rootFailure = result.getThrowable().orElse(rootFailure);
                }
            }
            surefire.reports(isInvocation(descriptor) ? descriptor.getUniqueId().toString() : null);
            TestPlan ofUnit = unitPlan;
            if (!skips || ofUnit == null || descriptor.getChildren().isEmpty()) {
                return Requests.call(launcher, method, arguments);
            }
            surefire.lookInto(ofUnit);
            try {
                return Requests.call(launcher, method, arguments);
            } finally {
                surefire.lookInto(wholePlan.get());
            }
        });
    }

    private static boolean isInvocation(TestDescriptor descriptor) {
        String type = descriptor.getUniqueId().getLastSegment().getType();
        return type.equals("test-template-invocation") || type.startsWith("dynamic-");
    }

    /** What engines get. */
    EngineExecutionListener forEngines() {
        return listener;
    }

    /** The pieces that the next run of engines consists of, with their classes; empty for whole classes. */
    void expect(Map<String, String> selectorsToClasses) {
        unitPlan = null;
        pieces.clear();
        pieces.putAll(selectorsToClasses);
        splitClasses = Set.copyOf(selectorsToClasses.values());
    }

    /** What the unit runs now, as it was discovered. */
    void discovered(TestPlan plan) {
        unitPlan = plan;
    }

    /** Makes an engine's root known, once. */
    void register(TestDescriptor root) {
        if (roots.add(root.getUniqueId())) {
            launcher.dynamicTestRegistered(root);
        }
    }

    /** Makes a class's node and all below it known. */
    void registerAll(TestDescriptor node) {
        String className = node.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .orElse("");
        registerAll(node, className, splitClasses.contains(className));
    }

    private void registerAll(TestDescriptor node, String className, boolean isSplit) {
        launcher.dynamicTestRegistered(node);
        // A class that was split has its pieces, which nested classes may be.
        if (!isSplit && node.getChildren().isEmpty()) {
            // So that the controller knows what is left of the class if the JVM ends early.
            pieces.put(node.getUniqueId().toString(), className);
        }
        node.getChildren().forEach(child -> registerAll(child, className, isSplit));
    }

    /** Reports that an engine failed as a whole. */
    void fail(TestDescriptor root, Throwable failure) {
        register(root);
        launcher.executionStarted(root);
        launcher.executionFinished(root, TestExecutionResult.failed(failure));
    }

    /** The failure of a node of mp's own, which nobody is told of; empty if there was none. */
    Optional<Throwable> nodeFailure() {
        return Optional.ofNullable(nodeFailure);
    }

    /** The last failure of an engine's root, empty if there was none. */
    Optional<Throwable> rootFailure() {
        return Optional.ofNullable(rootFailure);
    }

    private void begin(String id) {
        String className = pieces.remove(id);
        if (className != null) {
            controller.accept(Markers.piece(token, className, id));
        }
    }
}

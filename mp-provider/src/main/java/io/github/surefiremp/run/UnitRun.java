package io.github.surefiremp.run;

import io.github.surefiremp.discover.ParallelTests;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Markers;
import io.github.surefiremp.model.WorkOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.util.ExceptionUtils;
import org.junit.platform.commons.util.UnrecoverableExceptions;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;

/**
 * A worker's work: asks for an order, does it, asks again.
 *
 * <p>Jupiter is executed once: mp puts a node below its root that asks for units and runs their classes inside, so that
 * its root store and the extensions at its root open and close once. Other engines are executed once for each unit,
 * because they have no such node; so is Jupiter where the user asked it to run tests in parallel, since it plans its
 * locks when it is started.
 */
final class UnitRun {
    private static final String JUPITER = "junit-jupiter";

    private final Launcher launcher;
    private final List<TestEngine> engines;
    private final LauncherDiscoveryRequest template;
    /** The same without Jupiter's parallel execution. */
    private final LauncherDiscoveryRequest sequential;

    private final Controller controller;
    private final String token;
    private final SurefireListener surefire;
    private final int rerunCount;
    private final int threads;
    private final boolean jupiterThreads;
    private final ParallelTests parallelTests;
    private final Discovery discovery;
    private final JvmState jvm;
    private final boolean dryRun;
    private final ExecutionRequest request;
    private final UnitListener listener;
    private @Nullable TestDescriptor jupiterRoot;
    private PullNode.@Nullable Inside jupiter;
    private boolean ended;
    /** The unit's tests run one after another, whatever the user asked Jupiter for. */
    private boolean inOrder;
    /** What runs now is repeated, one test after another. */
    private boolean repeats;
    /** The last discovery failed, which is reported. */
    private boolean discoveryFailed;

    /** What stays the same for all units. */
    record Setup(
            Launcher launcher,
            List<TestEngine> engines,
            LauncherDiscoveryRequest template,
            Controller controller,
            String token,
            Discovery discovery,
            JvmState jvm,
            SurefireListener surefire,
            Supplier<TestPlan> plan,
            int rerunCount,
            int threads) {}

    UnitRun(Setup setup, ExecutionRequest request) {
        this.launcher = setup.launcher();
        this.engines = setup.engines();
        this.template = setup.template();
        this.sequential = Requests.withParameter(template, JupiterThreads.ENABLED, "false");
        this.controller = setup.controller();
        this.token = setup.token();
        this.discovery = setup.discovery();
        this.jvm = setup.jvm();
        this.surefire = setup.surefire();
        this.rerunCount = setup.rerunCount();
        this.threads = setup.threads();
        if (threads > 1) {
            surefire.tellApart();
        }
        this.jupiterThreads = JupiterThreads.areEnabled(template.getConfigurationParameters());
        this.parallelTests = new ParallelTests(template.getConfigurationParameters()::get);
        this.dryRun = Requests.isDryRun(template);
        this.request = request;
        this.listener = new UnitListener(
                request.getEngineExecutionListener(), controller::tell, token, setup.surefire(), setup.plan());
    }

    void run() {
        Optional<TestEngine> jupiterEngine = engines.stream()
                .filter(engine -> engine.getId().equals(JUPITER) && isIncluded(engine))
                .findFirst();
        if (jupiterEngine.isPresent() && !dryRun && !jupiterThreads) {
            runInside(jupiterEngine.get());
        }
        if (!ended) {
            loop();
        }
    }

    private void runInside(TestEngine engine) {
        UniqueId id = UniqueId.forEngine(JUPITER);
        TestDescriptor root = engine.discover(Requests.forEngine(template, UnitEngine.ID), id);
        Throwable[] failure = new Throwable[1];
        root.addChild(PullNode.pulling(id, inside -> {
            jupiter = inside;
            try {
                loop();
            } catch (Throwable e) {
                // The engine would report it as the failure of a node that nobody sees.
                failure[0] = e;
            } finally {
                jupiter = null;
            }
        }));
        jupiterRoot = root;
        listener.register(root);
        engine.execute(ExecutionRequests.derive(request, root, listener.forEngines()));
        if (failure[0] != null) {
            throw ExceptionUtils.throwAsUncheckedException(failure[0]);
        }
        Optional<Throwable> rootFailure = listener.rootFailure();
        if (!ended && rootFailure.isPresent()) {
            throw new IllegalStateException(
                    "JUnit Jupiter failed before any test: " + rootFailure.get(), rootFailure.get());
        }
    }

    private void runInside(PullNode.Inside open, List<TestDescriptor> nodes) {
        jvm.mark();
        if (runsOnThreads(nodes)) {
            LoggingFrameworks.writeWholeLines();
            open.run(
                    nodes,
                    (root, context) -> new ThreadedEngine(context, parallelTests, threads)
                            .execute(request, root, listener.forEngines()));
        } else {
            open.run(nodes);
        }
        listener.nodeFailure().ifPresent(failure -> {
            throw new IllegalStateException("JUnit Jupiter failed outside of any test: " + failure, failure);
        });
    }

    private boolean runsOnThreads(List<TestDescriptor> nodes) {
        return threads > 1
                && !inOrder
                && !repeats
                && (nodes.size() > 1 || nodes.stream().anyMatch(parallelTests::isConcurrent));
    }

    private boolean isIncluded(TestEngine engine) {
        for (EngineFilter filter : template.getEngineFilters()) {
            if (filter.apply(engine).excluded()) {
                return false;
            }
        }
        return true;
    }

    private void loop() {
        Optional<String> text = controller.ask();
        while (text.isPresent()) {
            WorkOrder order = WorkOrder.parse(text.get());
            if (order instanceof WorkOrder.Run unit) {
                String spoiled = "";
                try {
                    runUnit(unit);
                } finally {
                    spoiled = jvm.restore(
                            unit.parts().stream().map(ClassPart::className).toList(),
                            unit.parts().stream().allMatch(ClassPart::isWhole));
                }
                if (!spoiled.isEmpty()) {
                    controller.tell(Markers.spoiled(token, spoiled));
                    controller.declineAll();
                    break;
                }
            } else if (order instanceof WorkOrder.Discover some) {
                discovery.discover(some);
            }
            text = controller.ask();
        }
        ended = true;
    }

    private void runUnit(WorkOrder.Run unit) {
        List<ClassPart> parts = unit.parts();
        inOrder = unit.inOrder();
        Map<String, String> pieces = new HashMap<>();
        for (ClassPart part : parts) {
            for (ClassPart.Selected piece : part.pieces()) {
                pieces.put(piece.selector(), part.className());
            }
        }
        listener.expect(pieces);
        Optional<TestDescriptor> known = known(parts);
        PullNode.Inside open = jupiter;
        if (known.isPresent() && open != null) {
            listener.registerAll(known.get());
            runInside(open, List.of(known.get()));
        } else {
            runParts(parts);
        }
        if (rerunCount > 0) {
            repeatFailures(pieces);
        }
    }

    /**
     * Jupiter gets all parts at once, because the user may have given it an order for classes. Other engines get them
     * one by one: TestNG's runs the classes of one request in an order of its own, and a group's order counts.
     */
    private void runParts(List<ClassPart> parts) {
        Map<String, TestDescriptor> roots = discover(selectors(parts), begun(parts));
        List<String> missing = missing(parts, roots.values());
        if (!missing.isEmpty() && !discoveryFailed) {
            // What nobody starts would be missing from a report that looks complete.
            throw new IllegalStateException("JUnit found these at first and does not find them now: " + missing);
        }
        for (TestEngine engine : engines) {
            TestDescriptor root = roots.get(engine.getId());
            if (root == null) {
                continue;
            }
            if (engine.getId().equals(JUPITER) || root.getChildren().size() < 2) {
                runEngine(engine, root);
                continue;
            }
            for (ClassPart part : parts) {
                TestDescriptor some =
                        discover(selectors(List.of(part)), part.begun()).get(engine.getId());
                if (some != null) {
                    runEngine(engine, some);
                }
            }
        }
    }

    /** The pieces that are in none of the trees. */
    static List<String> missing(List<ClassPart> parts, Collection<TestDescriptor> roots) {
        Set<String> found = new HashSet<>();
        for (TestDescriptor root : roots) {
            root.accept(node -> found.add(node.getUniqueId().toString()));
        }
        return parts.stream()
                .flatMap(part -> part.pieces().stream())
                .map(ClassPart.Selected::selector)
                .filter(selector -> !found.contains(selector))
                .toList();
    }

    /** A whole class of Jupiter that this worker itself discovered. */
    private Optional<TestDescriptor> known(List<ClassPart> parts) {
        return parts.size() == 1 && parts.get(0).isWhole() && !parts.get(0).isRest()
                ? discovery.take(parts.get(0).className(), JUPITER)
                : Optional.empty();
    }

    private static Set<String> begun(List<ClassPart> parts) {
        return parts.stream().flatMap(part -> part.begun().stream()).collect(Collectors.toSet());
    }

    private static List<DiscoverySelector> selectors(List<ClassPart> parts) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (ClassPart part : parts) {
            if (part.isWhole()) {
                selectors.add(DiscoverySelectors.selectClass(part.className()));
            }
            part.pieces().forEach(piece -> selectors.add(DiscoverySelectors.selectUniqueId(piece.selector())));
        }
        return selectors;
    }

    private void repeatFailures(Map<String, String> pieces) {
        List<String> failed = surefire.takeFailures();
        repeats = true;
        for (int i = 0; i < rerunCount && !failed.isEmpty(); i++) {
            controller.tell(Markers.reruns(token));
            listener.expect(pieces);
            surefire.beginRepetition(failed);
            runTests(failed.stream()
                    .flatMap(id -> repeated(id, pieces.keySet()))
                    .distinct()
                    .map(DiscoverySelectors::selectUniqueId)
                    .toList());
            surefire.endRepetition();
            failed = surefire.takeFailures();
        }
        repeats = false;
    }

    /** Where a class failed of which only some pieces belong to the unit, the others are not repeated. */
    private static Stream<String> repeated(String failed, Set<String> pieces) {
        List<String> below =
                pieces.stream().filter(piece -> piece.startsWith(failed + "/")).toList();
        return below.isEmpty() ? Stream.of(failed) : below.stream().sorted();
    }

    private void runTests(List<? extends DiscoverySelector> selectors) {
        Map<String, TestDescriptor> roots = discover(selectors, Set.of());
        for (TestEngine engine : engines) {
            TestDescriptor root = roots.get(engine.getId());
            if (root != null) {
                runEngine(engine, root);
            }
        }
    }

    /**
     * The root of each engine that has something to run; none where discovery failed, which is then reported as
     * Jupiter's failure. Without Jupiter it ends the worker.
     *
     * @param begun unique ids of what is left out
     */
    private Map<String, TestDescriptor> discover(List<? extends DiscoverySelector> selectors, Set<String> begun) {
        Map<String, TestDescriptor> roots = new HashMap<>();
        discoveryFailed = false;
        try {
            LauncherDiscoveryRequest tests =
                    Requests.forTests(inOrder && jupiterThreads ? sequential : template, UnitEngine.ID, selectors);
            TestPlan plan = launcher.discover(Requests.capturing(
                    begun.isEmpty() ? tests : Requests.without(tests, begun),
                    UnitEngine.ID,
                    root -> roots.put(root.getUniqueId().getEngineId().orElse(""), root)));
            listener.discovered(plan);
            roots.values().removeIf(root -> root.getChildren().isEmpty());
            return roots;
        } catch (RuntimeException e) {
            if (jupiterRoot == null) {
                // There is no node whose failure anybody would hear of.
                throw e;
            }
            discoveryFailed = true;
            listener.fail(jupiterRoot, e);
            return Map.of();
        }
    }

    private void runEngine(TestEngine engine, TestDescriptor root) {
        listener.register(root);
        root.getChildren().forEach(listener::registerAll);
        if (dryRun) {
            skip(root);
            return;
        }
        PullNode.Inside open = jupiter;
        if (open != null && engine.getId().equals(JUPITER)) {
            runInside(open, new ArrayList<>(root.getChildren()));
            return;
        }
        try {
            jvm.mark();
            engine.execute(ExecutionRequests.derive(request, root, listener.forEngines()));
        } catch (Throwable e) {
            UnrecoverableExceptions.rethrowIfUnrecoverable(e);
            listener.fail(
                    root,
                    new IllegalStateException(
                            "TestEngine with ID '" + engine.getId() + "' failed to execute tests", e));
        }
    }

    /** What the launcher does in a dry run. */
    private void skip(TestDescriptor node) {
        if (!node.isContainer()) {
            listener.forEngines().executionSkipped(node, "JUnit Platform dry-run mode is enabled");
            return;
        }
        listener.forEngines().executionStarted(node);
        node.getChildren().forEach(this::skip);
        listener.forEngines().executionFinished(node, TestExecutionResult.successful());
    }
}

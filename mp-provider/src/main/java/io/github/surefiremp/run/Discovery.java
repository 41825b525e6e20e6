package io.github.surefiremp.run;

import io.github.surefiremp.discover.PlatformTests;
import io.github.surefiremp.discover.TestClasses;
import io.github.surefiremp.model.WorkOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;

/**
 * Looks for the tests of some classes, and keeps what it found for the case that the same worker runs them.
 *
 * <p>Which classes have tests is for Surefire's provider to say. It asks the launcher class by class, and without the
 * user's configuration parameters; mp asks once for all of them, with the request that will run the tests, and answers
 * Surefire's questions from that as far as it can. For one thread.
 */
final class Discovery {
    private final Launcher launcher;
    private final LauncherDiscoveryRequest template;
    private final Controller controller;
    private final String token;
    private final BiFunction<List<String>, Launcher, SurefireProvider> providers;
    private final int threads;
    private final Map<String, TestDescriptor> kept = new HashMap<>();

    /**
     * @param template the request that runs tests
     * @param providers gives a provider that looks for tests in some classes, with a launcher
     * @param threads on how many of them what is marked parallelizable runs
     */
    Discovery(
            Launcher launcher,
            LauncherDiscoveryRequest template,
            Controller controller,
            String token,
            BiFunction<List<String>, Launcher, SurefireProvider> providers,
            int threads) {
        this.launcher = launcher;
        this.template = template;
        this.controller = controller;
        this.token = token;
        this.providers = providers;
        this.threads = threads;
    }

    /** Tells the controller of all of these classes that stock Surefire would run. */
    void discover(WorkOrder.Discover order) {
        List<String> classes = order.classes();
        PlatformTests tests = new PlatformTests(
                template.getConfigurationParameters()::get,
                JupiterThreads.count(template.getConfigurationParameters()),
                JupiterThreads.areEnabled(template.getConfigurationParameters()) ? 1 : threads);
        List<ClassSelector> selectors =
                classes.stream().map(DiscoverySelectors::selectClass).toList();
        TestPlan clean = look(Requests.forTests(template, UnitEngine.ID, selectors), tests);
        // With critical issues classes are described all the same, but not kept: each has to fail when it is run.
        TestPlan all = clean != null ? clean : look(Requests.forClasses(template, UnitEngine.ID, selectors), tests);
        Launcher looking = Requests.proxy(Launcher.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("discover")
                    || arguments == null
                    || !(arguments[0] instanceof LauncherDiscoveryRequest request)) {
                return Requests.call(launcher, method, arguments);
            }
            // mp's own engine has tests for whatever is asked.
            return all != null && asksForOneOf(request, tests)
                    ? all
                    : launcher.discover(Requests.without(request, UnitEngine.ID));
        });
        List<Class<?>> suites = new ArrayList<>();
        // Where all tests are filtered out, Surefire asks nevertheless, and engines that might add tests say yes to
        // all.
        if (all == null || !tests.isEmpty()) {
            providers.apply(classes, looking).getSuites().forEach(suites::add);
        }
        Set<String> names = suites.stream().map(Class::getName).collect(Collectors.toSet());
        suites.removeIf(type -> tests.runsInside(type, names));
        int sum = suites.stream().mapToInt(tests::count).sum();
        for (Class<?> type : suites) {
            // All classes of the run have at least as many tests as these, so the share can only be larger.
            boolean detailed = order.np() == 0
                    || tests.count(type) * (long) order.np() > sum
                    || order.longOnes().contains(type.getName())
                    || PlatformTests.mayBeAnnotated(type);
            controller.tell(TestClasses.line(token, detailed ? tests.describe(type) : tests.describeWhole(type)));
            if (clean != null) {
                tests.only(type.getName()).ifPresent(found -> kept.put(type.getName(), found));
            }
        }
        tests.troubles().forEach(controller::tellForDebugging);
        controller.tell(TestClasses.end(token));
    }

    /** The plan of all classes; null where they cannot be discovered together, so that Surefire's questions say why. */
    private @Nullable TestPlan look(LauncherDiscoveryRequest request, PlatformTests tests) {
        try {
            // The trees are complete only when the launcher has applied all filters.
            List<TestDescriptor> roots = new ArrayList<>();
            TestPlan plan = launcher.discover(Requests.capturing(request, UnitEngine.ID, roots::add));
            roots.forEach(tests::add);
            return plan;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Surefire wants to know whether the class has any test, and any plan with tests says so. */
    private static boolean asksForOneOf(LauncherDiscoveryRequest request, PlatformTests tests) {
        List<ClassSelector> selectors = request.getSelectorsByType(ClassSelector.class);
        return selectors.size() == 1
                && tests.only(selectors.get(0).getClassName()).isPresent();
    }

    /** The class's node if this worker discovered it and an engine has it; given once, because it can run once. */
    Optional<TestDescriptor> take(String className, String engine) {
        TestDescriptor found = kept.get(className);
        if (found == null || !found.getUniqueId().getEngineId().orElse("").equals(engine)) {
            return Optional.empty();
        }
        kept.remove(className);
        return Optional.of(found);
    }
}

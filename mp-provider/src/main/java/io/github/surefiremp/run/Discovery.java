package io.github.surefiremp.run;

import io.github.surefiremp.discover.PlainTests;
import io.github.surefiremp.discover.PlatformTests;
import io.github.surefiremp.discover.TestClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Looks for the tests of some classes, and keeps what it found for the case that the same worker runs them.
 *
 * <p>Which classes have tests is for Surefire's provider to say; mp looks over its shoulder. For one thread.
 */
final class Discovery {
    private final Launcher launcher;
    private final Controller controller;
    private final String token;
    private final BiFunction<List<String>, Launcher, SurefireProvider> providers;
    private final Map<String, TestDescriptor> kept = new HashMap<>();

    /**
     * @param providers gives a provider that looks for tests in some classes, with a launcher
     */
    Discovery(
            Launcher launcher,
            Controller controller,
            String token,
            BiFunction<List<String>, Launcher, SurefireProvider> providers) {
        this.launcher = launcher;
        this.controller = controller;
        this.token = token;
        this.providers = providers;
    }

    /** Tells the controller of all of these classes that stock Surefire would run. */
    void discover(List<String> classes) {
        PlatformTests[] tests = new PlatformTests[1];
        Launcher looking = Requests.proxy(Launcher.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("discover") || arguments == null) {
                return Requests.call(launcher, method, arguments);
            }
            LauncherDiscoveryRequest template = (LauncherDiscoveryRequest) arguments[0];
            PlatformTests known = tests[0];
            if (known == null) {
                known = new PlatformTests(template.getConfigurationParameters()::get);
                tests[0] = known;
            }
            // The trees are complete only when the launcher has applied all filters.
            List<TestDescriptor> roots = new ArrayList<>();
            Object plan = launcher.discover(Requests.capturing(template, UnitEngine.ID, roots::add));
            roots.forEach(known::add);
            return plan;
        });
        for (Class<?> type : providers.apply(classes, looking).getSuites()) {
            PlatformTests known = tests[0];
            controller.tell(TestClasses.line(token, known == null ? PlainTests.describe(type) : known.describe(type)));
            if (known != null) {
                known.only(type).ifPresent(found -> kept.put(type.getName(), found));
            }
        }
        controller.tell(TestClasses.end(token));
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

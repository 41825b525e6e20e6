package io.github.surefiremp.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Requests made from the one that Surefire's provider made, so that its filters and parameters hold.
 *
 * <p>They are proxies: newer versions of the platform have methods that this code does not know.
 */
final class Requests {
    private static final String DRY_RUN = "junit.platform.execution.dryRun.enabled";
    private static final String ISSUE_PHASE = "junit.platform.discovery.issue.failure.phase";

    private Requests() {}

    /** Whether the user wants all tests to be skipped. */
    static boolean isDryRun(LauncherDiscoveryRequest request) {
        return request.getConfigurationParameters().getBoolean(DRY_RUN).orElse(false);
    }

    /**
     * The same request with one engine, which is mp's, and nothing selected. It is no dry run, because that engine has
     * to run to find out what is to be skipped.
     */
    static LauncherDiscoveryRequest forEngine(LauncherDiscoveryRequest template, String engine) {
        ConfigurationParameters parameters = proxy(
                ConfigurationParameters.class,
                (proxy, method, arguments) -> arguments != null && DRY_RUN.equals(arguments[0])
                        ? Optional.empty()
                        : call(template.getConfigurationParameters(), method, arguments));
        return derived(template, (method, original) -> switch (method.getName()) {
            case "getConfigurationParameters" -> parameters;
            case "getSelectorsByType" -> List.of();
            case "getEngineFilters" -> List.of(EngineFilter.includeEngines(engine));
            case "getPostDiscoveryFilters" -> List.of();
            default -> original.get();
        });
    }

    /**
     * The same request with other selectors and without mp's engine.
     *
     * @param without the id of mp's engine
     */
    static LauncherDiscoveryRequest forTests(
            LauncherDiscoveryRequest template, String without, List<? extends DiscoverySelector> selectors) {
        ConfigurationParameters parameters = failingOnIssues(template.getConfigurationParameters());
        return derived(
                template,
                (method, original) -> switch (method.getName()) {
                    case "getEngineFilters" -> withoutEngine(template.getEngineFilters(), without);
                    case "getConfigurationParameters" -> parameters;
                    default -> original.get();
                },
                selectors);
    }

    /** The same request without mp's engine. */
    static LauncherDiscoveryRequest without(LauncherDiscoveryRequest template, String engine) {
        return derived(
                template,
                (method, original) -> method.getName().equals("getEngineFilters")
                        ? withoutEngine(template.getEngineFilters(), engine)
                        : original.get());
    }

    /** The same request without what has one of these unique ids; works for all engines to which filters apply. */
    static LauncherDiscoveryRequest without(LauncherDiscoveryRequest request, Set<String> ids) {
        PostDiscoveryFilter filter = descriptor -> FilterResult.includedIf(
                !ids.contains(descriptor.getUniqueId().toString()), () -> "", () -> "it had begun in another JVM");
        return derived(
                request,
                (method, original) -> method.getName().equals("getPostDiscoveryFilters")
                        ? withFirst(filter, request.getPostDiscoveryFilters())
                        : original.get());
    }

    /** The same, but for a look only: issues of discovery do not end it, because they will when the tests are run. */
    static LauncherDiscoveryRequest forClasses(
            LauncherDiscoveryRequest template, String without, List<? extends DiscoverySelector> selectors) {
        return derived(
                template,
                (method, original) -> method.getName().equals("getEngineFilters")
                        ? withoutEngine(template.getEngineFilters(), without)
                        : original.get(),
                selectors);
    }

    /** The same request, which additionally hands over the root of each engine's tree. */
    static LauncherDiscoveryRequest capturing(
            LauncherDiscoveryRequest template, String without, Consumer<TestDescriptor> roots) {
        Set<TestDescriptor> seen = new LinkedHashSet<>();
        PostDiscoveryFilter capture = descriptor -> {
            TestDescriptor root = descriptor;
            for (Optional<TestDescriptor> parent = root.getParent(); parent.isPresent(); parent = root.getParent()) {
                root = parent.get();
            }
            if (seen.add(root)) {
                roots.accept(root);
            }
            return FilterResult.included("mp only looks");
        };
        return derived(template, (method, original) -> switch (method.getName()) {
            case "getEngineFilters" -> withoutEngine(template.getEngineFilters(), without);
            // First, because a filter that excludes ends the row.
            case "getPostDiscoveryFilters" -> withFirst(capture, template.getPostDiscoveryFilters());
            default -> original.get();
        });
    }

    private static List<EngineFilter> withoutEngine(List<EngineFilter> filters, String without) {
        List<EngineFilter> all = new ArrayList<>(filters);
        all.add(EngineFilter.excludeEngines(without));
        return all;
    }

    private static List<PostDiscoveryFilter> withFirst(PostDiscoveryFilter first, List<PostDiscoveryFilter> rest) {
        List<PostDiscoveryFilter> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    /**
     * Critical issues of discovery end the request here; the platform itself would only tell of them when an engine is
     * executed, and mp executes the engines on its own.
     */
    private static ConfigurationParameters failingOnIssues(ConfigurationParameters parameters) {
        return parameters.get(ISSUE_PHASE).isPresent() ? parameters : with(parameters, ISSUE_PHASE, "discovery");
    }

    /** The same request with another value of a configuration parameter. */
    static LauncherDiscoveryRequest withParameter(LauncherDiscoveryRequest template, String key, String value) {
        ConfigurationParameters parameters = with(template.getConfigurationParameters(), key, value);
        return derived(
                template,
                (method, original) ->
                        method.getName().equals("getConfigurationParameters") ? parameters : original.get());
    }

    private static ConfigurationParameters with(ConfigurationParameters parameters, String key, String value) {
        return proxy(ConfigurationParameters.class, (proxy, method, arguments) -> {
            if (arguments == null || !key.equals(arguments[0])) {
                return call(parameters, method, arguments);
            }
            if (method.getName().equals("getBoolean")) {
                return Optional.of(Boolean.valueOf(value));
            }
            if (arguments.length == 2 && arguments[1] instanceof Function<?, ?> transformer) {
                return Optional.ofNullable(transform(transformer, value));
            }
            return Optional.of(value);
        });
    }

    @SuppressWarnings("unchecked") // ConfigurationParameters.get takes a function from strings.
    private static Object transform(Function<?, ?> transformer, String value) {
        return ((Function<String, Object>) transformer).apply(value);
    }

    private interface Original {
        Object get() throws Throwable;
    }

    private interface Change {
        Object answer(Method method, Original original) throws Throwable;
    }

    private static LauncherDiscoveryRequest derived(LauncherDiscoveryRequest template, Change change) {
        return proxy(
                LauncherDiscoveryRequest.class,
                (proxy, method, arguments) -> change.answer(method, () -> call(template, method, arguments)));
    }

    private static LauncherDiscoveryRequest derived(
            LauncherDiscoveryRequest template, Change change, List<? extends DiscoverySelector> selectors) {
        return proxy(LauncherDiscoveryRequest.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getSelectorsByType") && arguments != null) {
                Class<?> type = (Class<?>) arguments[0];
                return selectors.stream().filter(type::isInstance).toList();
            }
            return change.answer(method, () -> call(template, method, arguments));
        });
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Calls the method itself and throws what it throws. */
    static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}

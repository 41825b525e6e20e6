package io.github.surefiremp.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.DefaultScanResult;
import org.apache.maven.surefire.api.util.ScanResult;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.util.ExceptionUtils;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A worker for the JUnit Platform: Surefire's own provider, with filters, parameters, listener and all, but with a
 * launcher of mp's, which runs units in one request instead of one request for each class.
 *
 * <p>There is one launcher session; it opens with the first use and closes when Surefire's provider closes it. For one
 * thread.
 */
final class PlatformWorker {
    /** Surefire's provider for the JUnit Platform. */
    static final String STOCK = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";

    private static final String PACKAGE = "org.apache.maven.surefire.junitplatform.";

    private final ProviderParameters parameters;
    private final Controller controller;
    private final String token;
    private final int threads;
    private final List<TestEngine> engines = new ArrayList<>();
    private @Nullable LauncherSession session;
    /** The launcher would report it as the failure of an engine that users do not know. */
    private @Nullable Throwable failure;

    private UnitRun.@Nullable Setup setup;
    /** Of the one request. */
    private @Nullable TestPlan plan;

    /** @param threads on how many of them what is marked parallelizable runs */
    PlatformWorker(ProviderParameters parameters, Controller controller, String token, int threads) {
        this.parameters = parameters;
        this.controller = controller;
        this.token = token;
        this.threads = threads;
    }

    /** Runs what the controller hands out until there is no more. */
    RunResult run() throws TestSetFailedException, ReporterException, InvocationTargetException {
        Launcher driven = drivenLauncher();
        // Surefire's provider makes one request from it, in whichever way it reads it; mp selects its own tests.
        RunResult result = provider(parameters, driven, true).invoke(new TestsToRun(Set.of(PlatformWorker.class)));
        if (setup == null) {
            throw new IllegalStateException("Surefire's provider ended without a request to JUnit's launcher");
        }
        Throwable failed = failure;
        if (failed != null) {
            throw ExceptionUtils.throwAsUncheckedException(failed);
        }
        return result;
    }

    private Object drive(Launcher real, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!method.getName().equals("execute") || arguments == null) {
            return Requests.call(real, method, arguments);
        }
        if (setup != null) {
            // All failed tests were repeated with their unit, so this can only be an engine that failed as a whole.
            throw new IllegalStateException("Surefire repeats what failed outside of any test; see the errors above");
        }
        if (arguments[0] instanceof LauncherDiscoveryRequest template && arguments.length == 2) {
            prepare(real, template, Arrays.asList((TestExecutionListener[]) arguments[1]));
            List<TestExecutionListener> listeners =
                    new ArrayList<>(Arrays.asList((TestExecutionListener[]) arguments[1]));
            listeners.add(planKeeper());
            return Requests.call(real, method, new Object[] {
                Requests.forEngine(template, UnitEngine.ID), listeners.toArray(new TestExecutionListener[0])
            });
        }
        // Newer platforms have a class of request for the execution, too.
        Class<?> type = method.getParameterTypes()[0];
        Object original = arguments[0];
        LauncherDiscoveryRequest template = (LauncherDiscoveryRequest)
                ((Optional<?>) type.getMethod("getDiscoveryRequest").invoke(original)).orElseThrow();
        List<TestExecutionListener> listeners = new ArrayList<>(listenersOf(
                type.getMethod("getAdditionalTestExecutionListeners").invoke(original)));
        prepare(real, template, listeners);
        listeners.add(planKeeper());
        Object request = Requests.proxy(type, (proxy, getter, values) -> switch (getter.getName()) {
            case "getDiscoveryRequest" -> Optional.of(Requests.forEngine(template, UnitEngine.ID));
            case "getAdditionalTestExecutionListeners" -> listeners;
            default -> Requests.call(original, getter, values);
        });
        return Requests.call(real, method, new Object[] {request});
    }

    private TestExecutionListener planKeeper() {
        return new TestExecutionListener() {
            @Override
            public void testPlanExecutionStarted(TestPlan started) {
                plan = started;
            }
        };
    }

    @SuppressWarnings("unchecked") // As the platform declares it.
    private static Collection<TestExecutionListener> listenersOf(Object listeners) {
        return (Collection<TestExecutionListener>) listeners;
    }

    private void prepare(
            Launcher real, LauncherDiscoveryRequest template, Collection<TestExecutionListener> listeners) {
        setup = new UnitRun.Setup(
                real,
                engines,
                template,
                controller,
                token,
                new Discovery(real, template, controller, token, this::lookingProvider, threads),
                new JvmState(controller::tell, parameters.getTestClassLoader()),
                SurefireListener.of(listeners),
                () -> Objects.requireNonNull(plan),
                parameters.getTestRequest().getRerunFailingTestsCount(),
                threads);
    }

    /** The launcher for Surefire's provider; it opens the session when it is used. */
    private Launcher drivenLauncher() {
        return (Launcher) Proxy.newProxyInstance(
                Launcher.class.getClassLoader(),
                new Class<?>[] {Launcher.class, AutoCloseable.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return Requests.call(this, method, arguments);
                    }
                    if (method.getName().equals("close")) {
                        close();
                        return null;
                    }
                    return drive(session().getLauncher(), method, arguments);
                });
    }

    private LauncherSession session() {
        LauncherSession open = session;
        if (open == null) {
            if (engines.isEmpty()) {
                ServiceLoader.load(TestEngine.class, Thread.currentThread().getContextClassLoader())
                        .forEach(engines::add);
            }
            List<TestEngine> all = new ArrayList<>(engines);
            if (!engines.isEmpty()) {
                // Without any engine of the project's, JUnit shall say so, as it does with stock Surefire.
                all.add(unitEngine());
            }
            open = LauncherFactory.openSession(LauncherConfig.builder()
                    .enableTestEngineAutoRegistration(false)
                    .addTestEngines(all.toArray(new TestEngine[0]))
                    .build());
            session = open;
        }
        return open;
    }

    private TestEngine unitEngine() {
        return new UnitEngine(request -> {
            try {
                new UnitRun(Objects.requireNonNull(setup), request).run();
            } catch (Throwable e) {
                failure = e;
            }
        });
    }

    private void close() {
        LauncherSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    /** A provider that only looks for tests, in some classes. */
    private SurefireProvider lookingProvider(List<String> classes, Launcher looking) {
        ScanResult some = new DefaultScanResult(classes);
        ProviderParameters narrowed = Requests.proxy(
                ProviderParameters.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getScanResult") ? some : Requests.call(parameters, method, arguments));
        return provider(narrowed, looking, false);
    }

    /** Surefire's provider with mp's launcher in it; it is made for its own tests, in one of two shapes. */
    private SurefireProvider provider(ProviderParameters with, Launcher launcher, boolean closes) {
        try {
            Class<?> type = Class.forName(STOCK, true, with.getTestClassLoader());
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                Class<?>[] types = constructor.getParameterTypes();
                if (types.length == 2 && types[0] == ProviderParameters.class) {
                    constructor.setAccessible(true);
                    return (SurefireProvider) constructor.newInstance(
                            with, types[1] == Launcher.class ? launcher : sessionFactory(types[1], launcher, closes));
                }
            }
            throw new NoSuchMethodException("a constructor with a launcher");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "mp does not know this version of Surefire's provider (" + e
                            + "); use one that mp was tested with: 3.2.5, 3.5.6 or 3.6.1",
                    e);
        }
    }

    private Object sessionFactory(Class<?> type, Launcher launcher, boolean closes)
            throws ReflectiveOperationException {
        Class<?> adapter = Class.forName(PACKAGE + "LauncherSessionAdapter", true, type.getClassLoader());
        Class<?> token = Class.forName(PACKAGE + "CancellationTokenAdapter", true, type.getClassLoader());
        Constructor<?> constructor = adapter.getDeclaredConstructor(AutoCloseable.class, Launcher.class, token);
        constructor.setAccessible(true);
        AutoCloseable closing = closes ? this::close : null;
        return Requests.proxy(
                type,
                (proxy, method, arguments) ->
                        constructor.newInstance(closing, launcher, arguments == null ? null : arguments[0]));
    }
}

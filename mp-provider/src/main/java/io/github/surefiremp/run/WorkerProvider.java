package io.github.surefiremp.run;

import io.github.surefiremp.discover.TestClasses;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.surefire.api.provider.AbstractProvider;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;

/**
 * The provider of a worker: discovers if it is asked to, then lets the provider that stock Surefire would use run the
 * classes that the controller hands out.
 *
 * <p>Discovery uses an instance of its own, because some of Surefire's providers keep the classes that they found and
 * would then run all of them.
 */
public final class WorkerProvider extends AbstractProvider {
    /** Provider property: the class name of the provider that stock Surefire would use. */
    public static final String STOCK_PROVIDER = "mp.stockProvider";
    /** Provider property: what starts each line of discovery; without it the worker does not discover. */
    public static final String DISCOVERY_TOKEN = "mp.discoveryToken";

    private final ProviderParameters parameters;
    private final Map<String, String> properties;

    public WorkerProvider(ProviderParameters parameters) {
        this.parameters = parameters;
        this.properties = parameters.getProviderProperties();
    }

    @Override
    public Iterable<Class<?>> getSuites() {
        return stockProvider().getSuites();
    }

    @Override
    public RunResult invoke(Object forkTestSet)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        ParentWatch.haltWithParent();
        String token = properties.get(DISCOVERY_TOKEN);
        if (token != null) {
            discover(token);
        }
        return stockProvider().invoke(forkTestSet);
    }

    private void discover(String token) {
        ConsoleLogger controller =
                (ConsoleLogger) parameters.getReporterFactory().createTestReportListener();
        for (Class<?> suite : getSuites()) {
            controller.info(token + TestClasses.CLASS + suite.getName());
        }
        controller.info(token + TestClasses.END);
    }

    private SurefireProvider stockProvider() {
        String name = Objects.requireNonNull(properties.get(STOCK_PROVIDER), STOCK_PROVIDER);
        try {
            return Class.forName(name, true, parameters.getTestClassLoader())
                    .asSubclass(SurefireProvider.class)
                    .getConstructor(ProviderParameters.class)
                    .newInstance(parameters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("mp cannot start Surefire's provider " + name + " in a worker: " + e, e);
        }
    }
}

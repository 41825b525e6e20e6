package io.github.surefiremp.run;

import io.github.surefiremp.discover.PlainTests;
import io.github.surefiremp.discover.TestClasses;
import io.github.surefiremp.model.Markers;
import io.github.surefiremp.model.Preload;
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
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * The provider of a worker: discovers if it is asked to, then lets the provider that stock Surefire would use run what
 * the controller hands out.
 *
 * <p>Discovery uses an instance of its own, because some of Surefire's providers keep the classes that they found and
 * would then run all of them.
 */
public final class WorkerProvider extends AbstractProvider {
    /** Provider property: the class name of the provider that stock Surefire would use. */
    public static final String STOCK_PROVIDER = "mp.stockProvider";
    /** Provider property: what starts each line that is meant for the controller. */
    public static final String TOKEN = "mp.token";

    /** Provider property: the process id of the controller. */
    public static final String CONTROLLER = "mp.controller";

    /** Provider property: whether a worker that does not run units discovers before it runs anything. */
    public static final String DISCOVERS = "mp.discovers";

    /** Provider property: whether the worker's shutdown hooks run when Maven is ended from outside. */
    public static final String EXITS = "mp.exits";

    /** Provider property: on how many threads the worker runs what is marked parallelizable. */
    public static final String THREADS = "mp.threads";

    /** Starts the provider properties that tell where the brokers are. */
    public static final String COORDINATION = "mp.coordination.";

    private static final int SECONDS_TO_EXIT = 30;

    private final ProviderParameters parameters;
    private final Map<String, String> properties;

    public WorkerProvider(ProviderParameters parameters) {
        this.parameters = parameters;
        this.properties = parameters.getProviderProperties();
        if (runsUnits(stockName())) {
            Preload.begin(Preload.Classes.WORKER, parameters.getTestClassLoader());
        }
    }

    /** Whether workers run units of any shape for the provider; else they run one class after another. */
    public static boolean runsUnits(String stockProvider) {
        return PlatformWorker.STOCK.equals(stockProvider);
    }

    @Override
    public Iterable<Class<?>> getSuites() {
        return stockProvider().getSuites();
    }

    @Override
    public RunResult invoke(Object forkTestSet)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        ParentWatch.endWith(
                Long.parseLong(Objects.requireNonNull(properties.get(CONTROLLER), CONTROLLER)), secondsToExit());
        Sharing.connect(properties, parameters.getTestClassLoader());
        String token = Objects.requireNonNull(properties.get(TOKEN), TOKEN);
        boolean discovers = Boolean.parseBoolean(properties.get(DISCOVERS));
        ConsoleLogger log = (ConsoleLogger) parameters.getReporterFactory().createTestReportListener();
        if (!runsUnits(stockName())) {
            if (discovers) {
                discover(log, token);
            }
            JvmState jvm = new JvmState(log::info, parameters.getTestClassLoader());
            return stockProvider()
                    .invoke(new RestoringTests(
                            (TestsToRun) forkTestSet, jvm, why -> log.info(Markers.spoiledLater(token, why))));
        }
        Controller controller =
                new Controller(log, ((TestsToRun) forkTestSet).iterator(), parameters.getTestClassLoader());
        int threads = Integer.parseInt(properties.getOrDefault(THREADS, "1"));
        if (threads > 1) {
            LoggingFrameworks.prepare();
        }
        return new PlatformWorker(parameters, controller, token, threads).run();
    }

    /** How long shutdown hooks may take, if the user wants them to run; Surefire's own default is half a minute. */
    private int secondsToExit() {
        if (!Boolean.parseBoolean(properties.get(EXITS))) {
            return 0;
        }
        Integer timeout = parameters.getSystemExitTimeout();
        return timeout == null ? SECONDS_TO_EXIT : timeout;
    }

    private void discover(ConsoleLogger log, String token) {
        PlainTests tests = new PlainTests();
        for (Class<?> suite : getSuites()) {
            log.info(TestClasses.line(token, tests.describe(suite)));
        }
        tests.troubles().forEach(log::debug);
        log.info(TestClasses.end(token));
    }

    private String stockName() {
        return Objects.requireNonNull(properties.get(STOCK_PROVIDER), STOCK_PROVIDER);
    }

    private SurefireProvider stockProvider() {
        try {
            return Class.forName(stockName(), true, parameters.getTestClassLoader())
                    .asSubclass(SurefireProvider.class)
                    .getConstructor(ProviderParameters.class)
                    .newInstance(parameters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "mp cannot start Surefire's provider " + stockName() + " in a worker: " + e, e);
        }
    }
}

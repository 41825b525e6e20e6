package io.github.surefiremp.run;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.WorkOrder;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.surefire.api.booter.BaseProviderFactory;
import org.apache.maven.surefire.api.booter.ForkingReporterFactory;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.provider.CommandChainReader;
import org.apache.maven.surefire.api.report.ReporterConfiguration;
import org.apache.maven.surefire.api.testset.RunOrderParameters;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.apache.maven.surefire.api.testset.TestRequest;
import org.apache.maven.surefire.api.util.internal.Channels;
import org.apache.maven.surefire.api.util.internal.WritableBufferedByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Runs mp's built-in tests the way in which a worker runs the project's, so that what both need is loaded and compiled.
 * Nothing of the project is touched, and all that tests could notice is as it was afterwards.
 *
 * <p>It does what it can: where something is missing, such as Jupiter, less is warm.
 */
final class WarmUp {
    private static final String SAMPLES = "io.github.surefiremp.run.warm.";
    private static final List<String> CLASSES =
            List.of(SAMPLES + "FirstSample", SAMPLES + "SecondSample", SAMPLES + "ThirdSample");

    /** As JUnit names it. */
    private static final String PIECE = "[engine:junit-jupiter]/[class:" + SAMPLES + "SecondSample]/[method:builds()]";

    /** After so many rounds the JVM has compiled what is used most. */
    private static final int MOST_ROUNDS = 40;

    /** So much work is enough on any machine, and so much time even on a busy one. */
    private static final long MOST_CPU_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** What Surefire's booter uses of itself and of the JDK between its start and its provider's. */
    private static final List<String> BOOTER = List.of(
            "org.apache.maven.surefire.booter.ForkedBooter",
            "org.apache.maven.surefire.booter.BooterDeserializer",
            "org.apache.maven.surefire.booter.PropertiesWrapper",
            "org.apache.maven.surefire.booter.SystemPropertyManager",
            "org.apache.maven.surefire.booter.KeyValueSource",
            "org.apache.maven.surefire.booter.StartupConfiguration",
            "org.apache.maven.surefire.booter.ProviderConfiguration",
            "org.apache.maven.surefire.booter.ClasspathConfiguration",
            "org.apache.maven.surefire.booter.Classpath",
            "org.apache.maven.surefire.booter.ClassLoaderConfiguration",
            "org.apache.maven.surefire.booter.TypeEncodedValue",
            "org.apache.maven.surefire.booter.CommandReader",
            "org.apache.maven.surefire.booter.LazyTestsToRun",
            "org.apache.maven.surefire.booter.ForkedNodeArg",
            "org.apache.maven.surefire.booter.ProcessCheckerType",
            "org.apache.maven.surefire.booter.ProcessChecker",
            "org.apache.maven.surefire.booter.ProcessHandleChecker",
            "org.apache.maven.surefire.booter.PpidChecker",
            "org.apache.maven.surefire.booter.spi.SurefireMasterProcessChannelProcessorFactory",
            "org.apache.maven.surefire.booter.spi.LegacyMasterProcessChannelProcessorFactory",
            "org.apache.maven.surefire.booter.spi.CommandChannelDecoder",
            "org.apache.maven.surefire.api.booter.DumpErrorSingleton",
            "org.apache.maven.surefire.api.stream.AbstractStreamDecoder",
            "org.apache.maven.surefire.api.util.internal.DaemonThreadFactory",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousChannelGroup",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.lang.management.ManagementFactory");

    private static final String ENCODER = "org.apache.maven.surefire.booter.spi.EventChannelEncoder";

    private WarmUp() {}

    /** Until the JVM has compiled what is used most. */
    static void run() {
        run(MOST_ROUNDS);
    }

    /** So many rounds, or fewer if that is enough. */
    static void run(int rounds) {
        Thread current = Thread.currentThread();
        ClassLoader loader = current.getContextClassLoader();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Properties properties = System.getProperties();
        try {
            System.setProperties(withoutJUnits(properties));
            current.setContextClassLoader(new QuietLoader(loader));
            BOOTER.forEach(WarmUp::load);
            long end = System.nanoTime() + MOST_NANOS;
            for (int i = 0; i < rounds && System.nanoTime() - end < 0 && cpuNanos() < MOST_CPU_NANOS; i++) {
                round();
            }
        } catch (Exception | LinkageError e) {
            // Less is warm then.
        } finally {
            System.setProperties(properties);
            current.setContextClassLoader(loader);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }

    /** The user's configuration of JUnit may name classes of the project. */
    private static Properties withoutJUnits(Properties properties) {
        Properties some = new Properties();
        properties.forEach((key, value) -> {
            if (!String.valueOf(key).startsWith("junit.")) {
                some.put(key, value);
            }
        });
        return some;
    }

    private static void load(String name) {
        try {
            Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Another version of Surefire has other classes.
        }
    }

    private static void round() throws Exception {
        BaseProviderFactory parameters = parameters();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ConsoleLogger log = (ConsoleLogger) parameters.getReporterFactory().createTestReportListener();
        new PlatformWorker(parameters, new Controller(log, orders(loader), loader), "mp-warm-up").run();
    }

    private static BaseProviderFactory parameters() throws ReflectiveOperationException {
        BaseProviderFactory parameters = new BaseProviderFactory(true);
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < CLASSES.size(); i++) {
            properties.put("tc." + i, CLASSES.get(i));
        }
        parameters.setProviderProperties(properties);
        parameters.setClassLoaders(Thread.currentThread().getContextClassLoader());
        parameters.setReporterFactory(new ForkingReporterFactory(false, encoder()));
        parameters.setReporterConfiguration(new ReporterConfiguration(new File("."), false));
        parameters.setRunOrderParameters(new RunOrderParameters("filesystem", null));
        parameters.setTestRequest(request());
        parameters.setCommandReader(
                Requests.proxy(CommandChainReader.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "awaitStarted" -> true;
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> null;
                }));
        return parameters;
    }

    /** Surefire's own, which writes to nobody. */
    private static MasterProcessChannelEncoder encoder() throws ReflectiveOperationException {
        return Class.forName(ENCODER)
                .asSubclass(MasterProcessChannelEncoder.class)
                .getConstructor(WritableBufferedByteChannel.class)
                .newInstance(Channels.newBufferedChannel(OutputStream.nullOutputStream()));
    }

    /** Surefire 3.6 has one parameter less. */
    private static TestRequest request() throws ReflectiveOperationException {
        for (Constructor<?> constructor : TestRequest.class.getConstructors()) {
            Class<?>[] types = constructor.getParameterTypes();
            if (types.length > 0 && types[types.length - 1] == int.class) {
                @Nullable Object[] arguments = new @Nullable Object[types.length];
                for (int i = 0; i < types.length; i++) {
                    arguments[i] = types[i] == int.class
                            ? (Object) 0
                            : types[i] == List.class
                                    ? List.of()
                                    : types[i] == TestListResolver.class
                                            ? TestListResolver.getEmptyTestListResolver()
                                            : null;
                }
                return (TestRequest) constructor.newInstance(arguments);
            }
        }
        throw new NoSuchMethodException("a constructor with a count of repetitions");
    }

    /** As the controller sends them. */
    private static Iterator<Class<?>> orders(ClassLoader loader) {
        List<String> texts = new ArrayList<>();
        texts.add(new WorkOrder.Discover(CLASSES, 0, Set.of()).format());
        CLASSES.forEach(name -> texts.add(run(ClassPart.whole(name))));
        // Not kept from discovery any more.
        CLASSES.forEach(name -> texts.add(run(ClassPart.whole(name))));
        texts.add(run(new ClassPart(CLASSES.get(1), List.of(new ClassPart.Selected(0, PIECE)))));
        Iterator<String> each = texts.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Class<?> next() {
                try {
                    return Thread.currentThread().getContextClassLoader().loadClass(each.next());
                } catch (ClassNotFoundException e) {
                    throw new NoSuchElementException(loader.getName());
                }
            }
        };
    }

    private static String run(ClassPart part) {
        return new WorkOrder.Run(List.of(part), false).format();
    }
}

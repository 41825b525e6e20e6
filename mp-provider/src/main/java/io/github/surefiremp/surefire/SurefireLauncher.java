package io.github.surefiremp.surefire;

import io.github.surefiremp.dispatch.Worker;
import io.github.surefiremp.dispatch.WorkerLauncher;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.ProcessFiles;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.WorkerEvent;
import io.github.surefiremp.run.WorkerProvider;
import io.github.surefiremp.surefire.fork.Fork;
import io.github.surefiremp.surefire.fork.JavaArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.surefire.api.booter.Shutdown;
import org.jspecify.annotations.Nullable;

/** Starts workers as Surefire's own forks: its booter, its protocol, the user's Surefire version and settings. */
public final class SurefireLauncher implements WorkerLauncher, AutoCloseable {
    private static final String FORK_NUMBER = "forkNumber";
    private static final String CONNECTION = "forkNodeConnectionString";
    private static final String PROVIDER = "providerConfiguration";
    private static final String TESTS_FROM_STREAM = "preferTestsFromInStream";
    private static final String PARENT_PID = "pluginPid";
    private static final String SHUTDOWN = "shutdown";
    private static final String MANIFEST_JAR = "useManifestOnlyJar";
    private static final String SYSTEM_CLASS_LOADER = "useSystemClassLoader";

    private final Handoff handoff;
    private final String token;
    private final BooterFiles files;
    private final WorkerCommand command;
    private final List<String> providerClassPath;
    private final WorkerServer server;
    private final Supplier<DiscoveryLines> discovery;
    private final Map<String, String> coordination;
    private final HostLauncher hosts;
    private final StandbyWorkers standby;
    private final NextJvms next;
    private int launched;

    /** Collects what one worker tells of discovery; for one thread. */
    public interface DiscoveryLines {
        /** Whether a log line belongs to discovery. */
        boolean accepts(String line);

        /** Takes such a line; answers with all classes when it was the last one. */
        Optional<List<TestClass>> take(String line);
    }

    /**
     * @param fork how Surefire started its fork
     * @param java the arguments of that
     * @param files what Surefire wrote for that
     * @param token starts the log lines that are meant for the controller
     * @param coordination where the run's broker is, for the tests' copy of mp-annotations
     * @param quick whether workers should have no thorough compiler, if nothing speaks against it
     * @param discovery makes a collector for a worker
     * @param debug takes what only a debug log shows
     */
    public SurefireLauncher(
            Handoff handoff,
            Fork fork,
            JavaArguments java,
            BooterFiles files,
            String token,
            Map<String, String> coordination,
            boolean quick,
            Supplier<DiscoveryLines> discovery,
            Consumer<String> debug)
            throws IOException {
        this.handoff = handoff;
        this.token = token;
        this.coordination = Map.copyOf(coordination);
        this.discovery = discovery;
        this.files = files;
        providerClassPath = new ArrayList<>(handoff.providerClassPath());
        providerClassPath.add(WorkerClassPath.pathOf(WorkerProvider.class));
        command = new WorkerCommand(
                handoff,
                fork,
                java.modules(),
                files.folder(),
                WorkerClassPath.complete(WorkerClassPath.of(java), files, providerClassPath),
                // The manifest is one of the ways to use the system class loader.
                is(MANIFEST_JAR) && is(SYSTEM_CLASS_LOADER),
                quick);
        if (command.isQuick()) {
            debug.accept("mp: workers have " + QuickCompiler.ARGUMENT
                    + ", because by the history the thorough compiler costs these tests more"
                    + " than it gains");
        }
        hosts = new HostLauncher(handoff, command, files.folder(), systemPropertiesFor(0), this.coordination);
        standby = new StandbyWorkers(handoff, command, files, this::systemPropertiesFor, debug);
        next = NextJvms.of(handoff, command, debug);
        server = new WorkerServer();
    }

    /** Whether workers have no thorough compiler because mp says so. */
    public boolean compilesQuickly() {
        return command.isQuick();
    }

    private boolean exits() {
        return Shutdown.EXIT.name().equals(files.booter().getProperty(SHUTDOWN));
    }

    private boolean is(String setting) {
        return Boolean.parseBoolean(files.booter().getProperty(setting));
    }

    @Override
    public Worker launch(int number, boolean first, BiConsumer<Worker, WorkerEvent> events) throws IOException {
        if (!Files.isDirectory(files.folder())) {
            throw new IOException(files.folder() + " is gone; something deleted it during the run");
        }
        WorkerServer.Expected expected = server.expectOne();
        Path booter = ProcessFiles.create(files.folder(), "mp-worker-" + number, "-booter.tmp");
        Path properties = ProcessFiles.create(files.folder(), "mp-worker-" + number, "-system.tmp");
        BooterFiles.store(booterFor(number, first, expected.connectionString()), booter);
        BooterFiles.store(systemPropertiesFor(number), properties);
        String dumpName = "mp-worker" + number;
        String booterName = String.valueOf(booter.getFileName());
        String propertiesName = String.valueOf(properties.getFileName());
        Optional<Process> ready =
                ready(number, List.of(files.folder().toString(), dumpName, booterName, propertiesName));
        Process process =
                ready.isPresent() ? ready.get() : newProcess(number, first, dumpName, booterName, propertiesName);
        DiscoveryLines lines = discovery.get();
        Translator translator = new Translator(
                launched++, token, lines::accepts, line -> lines.take(line).map(WorkerEvent.Discovered::new));
        WorkerProcess worker = new WorkerProcess(
                number,
                process,
                expected.socket(),
                new SurefireProtocol(),
                translator,
                ready.isEmpty(),
                exits(),
                List.of(booter, properties),
                events);
        worker.start();
        return worker;
    }

    /** One that waits since an earlier build and is warm, or one that was started during this run. */
    private Optional<Process> ready(int number, List<String> arguments) {
        Optional<Process> warm = standby.take(number, arguments);
        return warm.isPresent() ? warm : next.take(number, arguments);
    }

    private Process newProcess(int number, boolean first, String dumpName, String booter, String properties)
            throws IOException {
        Process process =
                command.process(number, first, dumpName, booter, properties).start();
        process.getOutputStream().close();
        return process;
    }

    /** Must be told of the run, so that there are JVMs ready for units that need a fresh one. */
    public RunObserver nextJvms() {
        return next;
    }

    /**
     * Sees to it that there is a JVM that keeps shared fixtures; any thread may call.
     *
     * @param scope for whom
     * @return why there is none, null if there is one
     */
    public @Nullable String startHost(String scope) {
        return hosts.start(scope);
    }

    private Properties booterFor(int number, boolean first, String connection) {
        Properties booter = files.booterFor(providerClassPath, handoff.providerProperties());
        booter.setProperty(FORK_NUMBER, Integer.toString(number));
        booter.setProperty(CONNECTION, connection);
        booter.setProperty(PROVIDER, WorkerProvider.class.getName());
        booter.setProperty(TESTS_FROM_STREAM, "true");
        booter.setProperty(PARENT_PID, Long.toString(ProcessHandle.current().pid()));
        booter.setProperty(WorkerProvider.STOCK_PROVIDER, handoff.providerClass());
        booter.setProperty(WorkerProvider.TOKEN, token);
        booter.setProperty(
                WorkerProvider.CONTROLLER, Long.toString(ProcessHandle.current().pid()));
        booter.setProperty(WorkerProvider.EXITS, Boolean.toString(exits()));
        booter.setProperty(WorkerProvider.THREADS, Integer.toString(handoff.threads()));
        booter.setProperty(WorkerProvider.DISCOVERS, Boolean.toString(first));
        booter.setProperty(WorkerProvider.COORDINATION + "worker", Integer.toString(number));
        coordination.forEach((key, value) -> booter.setProperty(WorkerProvider.COORDINATION + key, value));
        return booter;
    }

    private Properties systemPropertiesFor(int number) {
        Properties properties = BooterFiles.copy(files.systemProperties());
        for (Map.Entry<String, String> property : handoff.systemProperties().entrySet()) {
            properties.setProperty(property.getKey(), Handoff.withNumber(property.getValue(), number));
        }
        ContextCache.tell(handoff, files.testClassPath(), properties);
        properties.setProperty("mp.worker", Integer.toString(number));
        properties.setProperty("mp.workers", Integer.toString(handoff.np()));
        properties.setProperty("mp.run", handoff.run());
        return properties;
    }

    @Override
    public void close() throws IOException {
        next.close();
        server.close();
        hosts.close();
        standby.close();
        command.close();
    }
}

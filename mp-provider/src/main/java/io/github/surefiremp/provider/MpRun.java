package io.github.surefiremp.provider;

import io.github.surefiremp.coordinator.CoordinatorClient;
import io.github.surefiremp.discover.TestClasses;
import io.github.surefiremp.dispatch.Dispatcher;
import io.github.surefiremp.dispatch.Limits;
import io.github.surefiremp.dispatch.Numbers;
import io.github.surefiremp.dispatch.Planner;
import io.github.surefiremp.dispatch.SessionPermits;
import io.github.surefiremp.dispatch.Surroundings;
import io.github.surefiremp.dispatch.WorkerLauncher;
import io.github.surefiremp.fixtures.FixtureUsers;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkOrder;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.remember.Recorder;
import io.github.surefiremp.report.ReportSink;
import io.github.surefiremp.report.ReportStream;
import io.github.surefiremp.report.RunFile;
import io.github.surefiremp.report.SetsApart;
import io.github.surefiremp.report.Silence;
import io.github.surefiremp.run.WorkerProvider;
import io.github.surefiremp.schedule.Workload;
import io.github.surefiremp.surefire.OneSetSink;
import io.github.surefiremp.surefire.SurefireLauncher;
import io.github.surefiremp.surefire.SurefireSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.testset.TestListResolver;

/** One run: discover, partition, schedule, dispatch, run, report, remember. */
final class MpRun {
    /** The provider property in which Surefire names each class whose file name its scan accepted. */
    private static final String SCANNED_CLASS = "tc.";

    /** The provider property that Surefire sets for projects with TestNG. */
    private static final String TESTNG = "testng.version";

    /** Fewer are discovered faster by one worker than a second one starts. */
    private static final int CLASSES_WORTH_A_WORKER = 100;

    /** So many that workers which are unequally fast end at about the same time. */
    private static final int ORDERS_PER_CORE = 3;

    private final Handoff handoff;
    private final ProviderParameters parameters;
    private final TestFiles testFiles;
    private final TestReportListener<TestOutputReportEntry> listener;

    MpRun(Handoff handoff, ProviderParameters parameters) {
        this.handoff = handoff;
        this.testFiles = new TestFiles(handoff.testClassPath());
        this.parameters = parameters;
        this.listener = parameters.getReporterFactory().createTestReportListener();
    }

    /** The run in one method; answers with what went wrong beside failed tests. */
    List<String> run() throws IOException, InterruptedException {
        HistoryFile historyFile = new HistoryFile(handoff.history(), listener::warning);
        Expectations expectations = new Expectations(historyFile.read(), handoff.module(), handoff.execution());
        String token = "mp-" + UUID.randomUUID();
        Planning planning = new Planning(handoff, expectations, listener::info);
        CpuMeter meter = CpuMeter.ofThisMachine();
        Recorder recorder = new Recorder(handoff.module(), handoff.execution(), System::nanoTime, meter::millis);
        boolean oneWorker = handoff.np() == 1;
        try (RunFixtures fixtures = new RunFixtures(handoff);
                RunFile runFile = newRunFile();
                ReportStream reports = new ReportStream(sink(), oneWorker, tempFolder());
                SurefireLauncher launcher = new SurefireLauncher(
                        handoff, token, fixtures.settings(), () -> collector(token), listener::debug)) {
            fixtures.hostsAre(launcher::startHost);
            Silence silence = new Silence();
            // After the reports, so that a unit's results are handed on before a fixture's tear-down begins.
            FixtureUsers users = new FixtureUsers(planning::fixturesOf, fixtures);
            Staffer staffer = staffer(planning, expectations, meter, runFile);
            // Last, so that all others know of the last unit's end.
            Remembering remembering = new Remembering(
                    () -> historyFile.update(current -> remember(current, recorder, planning.discovered(), staffer)));
            // The first one tells the meter of new workers.
            RunObserver observer = new Observers(
                    List.of(staffer, runFile, recorder, silence, launcher.nextJvms(), reports, users, remembering));
            List<String> problems = dispatch(launcher, planning, observer, staffer, expectations, fixtures);
            staffer.end();
            if (WorkerProvider.runsUnits(handoff.providerClass())) {
                silence.problem().ifPresent(problems::add);
            }
            remembering.complete();
            runFile.end(problems.isEmpty() ? "ran" : "failed");
            return problems;
        }
    }

    /** Without history every worker counts as one that computes, until it is seen what it does. */
    private Staffer staffer(Planning planning, Expectations expectations, CpuMeter meter, RunFile runFile) {
        return new Staffer(
                handoff.np(),
                hasAllWorkers(),
                cores(),
                new Workload(planning::forecast, expectations.cpuShare().orElse(-1)),
                expectations.start(),
                !WorkerProvider.runsUnits(handoff.providerClass()),
                meter,
                System::nanoTime,
                listener::info,
                runFile::staffed);
    }

    private boolean hasAllWorkers() {
        return handoff.allWorkers() || handoff.np() == 1;
    }

    private List<String> dispatch(
            WorkerLauncher launcher,
            Planner planner,
            RunObserver observer,
            Staffer staffer,
            Expectations expectations,
            RunFixtures fixtures)
            throws IOException, InterruptedException {
        // The coordinator may grant before the dispatcher exists; its listener waits for it.
        CompletableFuture<Dispatcher> created = new CompletableFuture<>();
        try (CoordinatorClient coordinator = new CoordinatorClient(
                handoff.coordinatorPort(), handoff.coordinatorSecret(), new CoordinatorListener(created))) {
            Dispatcher dispatcher = new Dispatcher(
                    new Limits(
                            handoff.np(),
                            parameters.getSkipAfterFailureCount(),
                            handoff.timeoutSeconds(),
                            handoff.maxWorkerRestarts(),
                            earlyWorkers(expectations)),
                    new Surroundings(
                            launcher,
                            numbers(coordinator),
                            permits(coordinator),
                            fixtures,
                            ordersToDiscover(expectations),
                            planner,
                            this::commands,
                            observer,
                            staffer,
                            System::nanoTime));
            created.complete(dispatcher);
            coordinator.after(handoff.afterMillis());
            coordinator.left(
                    Arrays.stream(known(scannedClasses(), expectations)).sum());
            staffer.tellsLeft(millis -> tellLeft(coordinator, millis));
            fixtures.whenChanged(dispatcher::fixturesChanged);
            return dispatcher.run();
        } finally {
            // JVMs that keep fixtures end with it; the launcher waits for them.
            fixtures.close();
        }
    }

    private static void tellLeft(CoordinatorClient coordinator, long millis) {
        try {
            coordinator.left(millis);
        } catch (IOException e) {
            // The dispatcher hears of it when it needs the coordinator for something, or from its listener.
        }
    }

    private static long[] known(List<String> classes, Expectations expectations) {
        return classes.stream()
                .map(expectations::ofClass)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .toArray();
    }

    /** A worker with Surefire's own provider takes one class at a time. */
    private List<String> commands(Unit unit) {
        return WorkerProvider.runsUnits(handoff.providerClass())
                ? List.of(new WorkOrder.Run(unit.parts(), unit.isInOrder()).format())
                : unit.classes();
    }

    private static SurefireLauncher.DiscoveryLines collector(String token) {
        TestClasses collected = new TestClasses(token);
        return new SurefireLauncher.DiscoveryLines() {
            @Override
            public boolean accepts(String line) {
                return collected.accepts(line);
            }

            @Override
            public Optional<List<TestClass>> take(String line) {
                return collected.take(line);
            }
        };
    }

    /**
     * Discovery in a few pieces, which workers share. One piece where the user chose an order, because Surefire orders
     * what it is given, and where it looks at all classes to choose between engines.
     */
    private List<String> ordersToDiscover(Expectations expectations) {
        if (!WorkerProvider.runsUnits(handoff.providerClass())) {
            return List.of();
        }
        List<String> all = scannedClasses();
        boolean whole =
                handoff.keepOrder() || parameters.getProviderProperties().containsKey(TESTNG);
        List<String> scanned = whole ? all : withNestedOnesNextToEachOther(all);
        int size = whole
                ? Math.max(1, scanned.size())
                : Math.max(CLASSES_WORTH_A_WORKER, scanned.size() / (ORDERS_PER_CORE * cores()) + 1);
        Set<String> longOnes = longOnes(scanned, expectations);
        List<String> orders = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(scanned.size(), from + size);
            while (0 < to
                    && to < scanned.size()
                    && topLevel(scanned.get(to - 1)).equals(topLevel(scanned.get(to)))) {
                to++;
            }
            orders.add(new WorkOrder.Discover(
                            scanned.subList(from, to),
                            "AUTO".equals(handoff.granularity()) ? handoff.np() : 0,
                            longOnes)
                    .format());
            from = to;
        } while (from < scanned.size());
        return orders;
    }

    /** Whoever looks at a class must see its nested ones, because what runs as a part of it must not run again. */
    private static List<String> withNestedOnesNextToEachOther(List<String> scanned) {
        Map<String, List<String>> byTopLevel = new LinkedHashMap<>();
        scanned.forEach(name -> byTopLevel
                .computeIfAbsent(topLevel(name), key -> new ArrayList<>())
                .add(name));
        return byTopLevel.values().stream().flatMap(List::stream).toList();
    }

    /** The classes that took more than a worker's share of the time. */
    private Set<String> longOnes(List<String> scanned, Expectations expectations) {
        long total = scanned.stream()
                .mapToLong(name -> expectations.ofClass(name).orElse(0))
                .sum();
        return scanned.stream()
                .filter(name -> expectations.ofClass(name).orElse(0) * handoff.np() > total)
                .collect(Collectors.toSet());
    }

    /**
     * As many as will probably shorten the run; without a history one. Where discovery takes longer than a JVM to start:
     * not more than one for each two cores, because a JVM that loads classes keeps a second core busy with compiling
     * them.
     */
    private int earlyWorkers(Expectations expectations) {
        List<String> scanned = scannedClasses();
        int most = scanned.size() > CLASSES_WORTH_A_WORKER ? Math.max(1, cores() / 2) : handoff.np();
        long[] known = known(scanned, expectations);
        if (hasAllWorkers()) {
            int classes = known.length > 0 ? known.length : scanned.size();
            // The methods of one class can keep several workers busy.
            return Math.min(most, "METHOD".equals(handoff.granularity()) ? Math.max(classes, handoff.np()) : classes);
        }
        // Whether a long class can be split is not known yet, but how many classes there are.
        boolean whole = "CLASS".equals(handoff.granularity());
        int wanted = Staffer.atFirst(
                whole ? Math.min(handoff.np(), Math.max(1, known.length)) : handoff.np(),
                cores(),
                Arrays.stream(known).sum(),
                whole ? Arrays.stream(known).max().orElse(0) : 0,
                expectations.cpuShare().orElse(1),
                expectations.start());
        return Math.min(most, wanted);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The classes that Maven's scan of the file names found, in its order. */
    private List<String> scannedClasses() {
        List<String> scanned = new ArrayList<>();
        Map<String, String> properties = parameters.getProviderProperties();
        for (String name = properties.get(SCANNED_CLASS + 0); name != null; ) {
            scanned.add(name);
            name = properties.get(SCANNED_CLASS + scanned.size());
        }
        return scanned;
    }

    private void remember(History history, Recorder recorder, Set<String> discovered, Staffer staffer) {
        boolean all = runsAllMethods();
        Set<String> complete = recorder.completeClasses();
        Set<TestKey> seen = new LinkedHashSet<>();
        recorder.measurements().forEach(measurement -> seen.add(measurement.key()));
        history.forget(key -> isOfThisExecution(key)
                && !seen.contains(key)
                && ((all && complete.contains(topLevel(key.className()))) || !exists(key.className(), discovered)));
        long now = System.currentTimeMillis();
        recorder.measurements().forEach(measurement -> history.learn(measurement, now, staffer.seenStart()));
    }

    private boolean isOfThisExecution(TestKey key) {
        return key.module().equals(handoff.module()) && key.execution().equals(handoff.execution());
    }

    /** Whether a class that ran, ran with all of its methods, so that one that was not seen is gone. */
    private boolean runsAllMethods() {
        TestListResolver filter = parameters.getTestRequest().getTestListResolver();
        boolean methods = filter != null && filter.hasMethodPatterns();
        boolean groups = parameters.getProviderProperties().get("groups") != null
                || parameters.getProviderProperties().get("excludegroups") != null;
        return !methods && !groups;
    }

    private boolean exists(String className, Set<String> discovered) {
        if (discovered.contains(className)) {
            return true;
        }
        String file = className.replace('.', '/') + ".class";
        return ClassLoader.getSystemResource(file) != null || testFiles.has(file);
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    private Path tempFolder() {
        Path folder = handoff.runFile().toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }

    private ReportSink sink() {
        SurefireSink sink = new SurefireSink(listener);
        if (!handoff.oneTestSet().isEmpty()) {
            return new OneSetSink(sink, handoff.oneTestSet());
        }
        return handoff.setsApart() && WorkerProvider.runsUnits(handoff.providerClass())
                ? new SetsApart(sink, tempFolder())
                : sink;
    }

    private RunFile newRunFile() {
        return new RunFile(
                handoff.runFile(),
                handoff.run(),
                handoff.module(),
                handoff.execution(),
                handoff.np(),
                System::currentTimeMillis,
                listener::warning);
    }

    private static Numbers numbers(CoordinatorClient coordinator) {
        return new Numbers() {
            @Override
            public void want(int more) throws IOException {
                coordinator.want(more);
            }

            @Override
            public void giveBack(int number) throws IOException {
                coordinator.giveBack(number);
            }
        };
    }

    private static SessionPermits permits(CoordinatorClient coordinator) {
        return new SessionPermits() {
            @Override
            public void enter(boolean alone) throws IOException {
                coordinator.enter(alone);
            }

            @Override
            public void leave() throws IOException {
                coordinator.leave();
            }
        };
    }

    private record CoordinatorListener(CompletableFuture<Dispatcher> dispatcher) implements CoordinatorClient.Listener {
        @Override
        public void granted(int number) {
            dispatcher.join().granted(number);
        }

        @Override
        public void spareAsked() {
            dispatcher.join().spareAsked();
        }

        @Override
        public void entered() {
            dispatcher.join().entered();
        }

        @Override
        public void yieldAsked() {
            dispatcher.join().yieldAsked();
        }

        @Override
        public void lost(IOException reason) {
            dispatcher.join().coordinatorLost(String.valueOf(reason.getMessage()));
        }
    }
}

package io.github.surefiremp.provider;

import io.github.surefiremp.coordinator.CoordinatorClient;
import io.github.surefiremp.discover.TestClasses;
import io.github.surefiremp.dispatch.Dispatcher;
import io.github.surefiremp.dispatch.Limits;
import io.github.surefiremp.dispatch.Planner;
import io.github.surefiremp.dispatch.Surroundings;
import io.github.surefiremp.dispatch.TestTimes;
import io.github.surefiremp.dispatch.WorkerLauncher;
import io.github.surefiremp.fixtures.FixtureUsers;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.ProcessFiles;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkOrder;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.remember.Outcomes;
import io.github.surefiremp.remember.Recorder;
import io.github.surefiremp.report.Details;
import io.github.surefiremp.report.Narration;
import io.github.surefiremp.report.ReportSink;
import io.github.surefiremp.report.ReportStream;
import io.github.surefiremp.report.RunFile;
import io.github.surefiremp.report.SetsApart;
import io.github.surefiremp.report.Silence;
import io.github.surefiremp.run.WorkerProvider;
import io.github.surefiremp.schedule.Workload;
import io.github.surefiremp.surefire.BooterFiles;
import io.github.surefiremp.surefire.ContextCache;
import io.github.surefiremp.surefire.FailureTexts;
import io.github.surefiremp.surefire.OneSetSink;
import io.github.surefiremp.surefire.SurefireLauncher;
import io.github.surefiremp.surefire.SurefireSink;
import io.github.surefiremp.surefire.fork.Fork;
import io.github.surefiremp.surefire.fork.JavaArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.booter.BooterConstants;
import org.jspecify.annotations.Nullable;

/** One run: discover, partition, schedule, dispatch, run, report, remember. */
final class MpRun {
    private final Handoff handoff;
    private final EarlyHistory history;
    private final Fork fork;
    private final JavaArguments java;
    private final BooterFiles files;
    private final Map<String, String> settings;
    private final TestReportListener<TestOutputReportEntry> listener;
    private final Consumer<Supplier<List<String>>> shows;

    /** Others may have something to tell the dispatcher before it exists. */
    private final CompletableFuture<Dispatcher> created = new CompletableFuture<>();

    /**
     * @param history what earlier runs taught
     * @param fork how Surefire started its fork
     * @param java the arguments of that
     * @param files what Surefire wrote for that
     * @param listener tells Surefire
     * @param shows gets what tells at any time what the run does
     */
    MpRun(
            Handoff handoff,
            EarlyHistory history,
            Fork fork,
            JavaArguments java,
            BooterFiles files,
            TestReportListener<TestOutputReportEntry> listener,
            Consumer<Supplier<List<String>>> shows) {
        this.handoff = ContextCache.limit(handoff, files.systemProperties());
        this.history = history;
        this.fork = fork;
        this.java = java;
        this.files = files;
        this.settings = files.settings();
        this.listener = listener;
        this.shows = shows;
    }

    /** Ends the run because Maven does not wait for it any more; any thread may call. */
    void stop(String reason) {
        var unused = created.thenAccept(dispatcher -> dispatcher.abandon(reason));
    }

    /** The run in one method; answers with what went wrong beside failed tests. */
    List<String> run() throws IOException, InterruptedException {
        HistoryFile historyFile = new HistoryFile(handoff.learnt(), listener::warning);
        History known = history.get(listener::warning);
        Expectations expectations = new Expectations(known, handoff.module(), handoff.execution());
        Outcomes outcomes = new Outcomes(known, handoff.module(), handoff.execution());
        Beginning beginning = new Beginning(handoff, settings, expectations, outcomes, cores());
        String token = "mp-" + UUID.randomUUID();
        Planning planning = new Planning(handoff, expectations, outcomes, listener::info);
        CpuMeter meter = CpuMeter.ofThisMachine();
        Recorder recorder = new Recorder(
                handoff.module(),
                handoff.execution(),
                System::nanoTime,
                meter::millis,
                planning::setUpsOf,
                handoff.setUpsPerWorker());
        SetUpUse setUps = new SetUpUse(planning::setUpsOf, handoff.setUpsPerWorker(), () -> planning.prices()::millis);
        CompilerMeter compilers = new CompilerMeter(Path.of("/proc"), meter::used, System::nanoTime);
        EndOfRun end = new EndOfRun(handoff.np(), cores(), setUps, System::nanoTime, meter::millis);
        Narration narration = new Narration(
                Narration.Style.valueOf(handoff.console().output().toUpperCase(Locale.ROOT)),
                handoff.console().instafail(),
                FailureTexts::of,
                listener::info,
                listener::warning);
        RunningNow now =
                new RunningNow(System::nanoTime, unit -> planning.forecast(unit).millis());
        shows.accept(now);
        boolean oneWorker = handoff.np() == 1 && !handoff.queue().isOn();
        ProcessFiles.sweep(files.folder());
        ProcessFiles.sweep(tempFolder());
        try (now;
                TestFiles testFiles = new TestFiles(files.testClassPath());
                RunFixtures fixtures = new RunFixtures(handoff);
                RunFile runFile = newRunFile(setUps);
                ShardSide shards = new ShardSide(handoff, tempFolder(), planning::shards, recorder::planned);
                ReportStream reports = new ReportStream(sink(), oneWorker, tempFolder());
                SurefireLauncher launcher = new SurefireLauncher(
                        handoff,
                        fork,
                        java,
                        files,
                        token,
                        fixtures.settings(),
                        beginning.compilesQuickly(),
                        () -> collector(token),
                        listener::debug)) {
            fixtures.hostsAre(launcher::startHost);
            Silence silence = new Silence();
            // After the reports, so that a unit's results are handed on before a fixture's tear-down begins.
            FixtureUsers users = new FixtureUsers(planning::fixturesOf, fixtures);
            Staffer staffer = staffer(beginning, planning, expectations, setUps, meter, runFile);
            QueueSide machines = queueSide(planning, reports, staffer);
            // Last, so that all others know of the last unit's end.
            Lessons lessons = new Lessons(handoff, known, settings, recorder, planning, testFiles);
            Remembering remembering = new Remembering(() -> {
                if (!handoff.plan().only() && handoff.choice().sequence().isEmpty()) {
                    historyFile.update(current -> lessons.putInto(
                            current, staffer.seenStart(), launcher.compilesQuickly(), compilers.percent()));
                }
            });
            // The first one tells the second what a worker sets up, and that one tells the meter of new workers.
            RunObserver observer = new Observers(List.of(
                    setUps,
                    staffer,
                    runFile,
                    recorder,
                    compilers,
                    silence,
                    end,
                    narration,
                    now,
                    launcher.nextJvms(),
                    machines == null ? reports : machines.reports(),
                    users,
                    remembering,
                    machines == null ? shards : machines.results()));
            List<String> problems;
            try (machines) {
                Planner planner = machines == null ? alone(planning, expectations, outcomes, beginning) : machines;
                problems = dispatch(launcher, planner, observer, staffer, beginning, expectations::ofTest, fixtures);
                if (machines != null) {
                    problems.addAll(machines.end());
                }
            }
            now.close();
            narration.end();
            staffer.end();
            if (WorkerProvider.runsUnits(handoff.providerClass())) {
                silence.problem().ifPresent(problems::add);
            }
            remembering.complete();
            if (handoff.np() > 1) {
                end.lines(recorder.costs(staffer.seenStart()), recorder::classMillis, planning::setUpPrices)
                        .forEach(listener::info);
            }
            setUps.lines().forEach(listener::info);
            lessons.flaky().forEach(listener::info);
            problems = shards.end(problems);
            runFile.end(problems.isEmpty() ? "ran" : "failed");
            return problems;
        }
    }

    /** Without history every worker counts as one that computes, until it is seen what it does. */
    private Staffer staffer(
            Beginning beginning,
            Planning planning,
            Expectations expectations,
            SetUpUse setUps,
            CpuMeter meter,
            RunFile runFile) {
        return new Staffer(
                handoff.np(),
                beginning.startsAll(),
                cores(),
                new Workload(
                        planning::forecast,
                        expectations.cpuShare().orElse(-1),
                        JvmCosts.warmUpMillis(expectations.start())),
                expectations.start(),
                !WorkerProvider.runsUnits(handoff.providerClass()),
                setUps,
                meter,
                System::nanoTime,
                listener::info,
                runFile::staffed);
    }

    /** This machine's part in a queue for several; null if there is none. */
    private @Nullable QueueSide queueSide(Planning planning, RunObserver reports, Staffer staffer) throws IOException {
        if (!handoff.queue().isOn() || handoff.plan().only()) {
            return null;
        }
        return QueueSide.open(handoff, planning, reports, tempFolder(), listener::info, staffer::isShort, () -> {
            Dispatcher dispatcher = created.getNow(null);
            if (dispatcher != null) {
                dispatcher.unitsChanged();
            }
        });
    }

    /** For a run that shares its units with no other machine. */
    private Planner alone(Planning planning, Expectations expectations, Outcomes outcomes, Beginning beginning) {
        return handoff.plan().only()
                ? new PlanOnly(handoff, expectations, outcomes, beginning, cores(), System::nanoTime)
                : planning;
    }

    private int skipAfterFailureCount() {
        return Integer.parseInt(settings.getOrDefault(BooterConstants.FAIL_FAST_COUNT, "0"));
    }

    private List<String> dispatch(
            WorkerLauncher launcher,
            Planner planner,
            RunObserver observer,
            Staffer staffer,
            Beginning beginning,
            TestTimes.Usual usual,
            RunFixtures fixtures)
            throws IOException, InterruptedException {
        try (CoordinatorClient coordinator = new CoordinatorClient(
                handoff.coordinatorPort(), handoff.coordinatorSecret(), new SessionSide.Hears(created))) {
            Dispatcher dispatcher = new Dispatcher(
                    new Limits(
                            handoff.np(),
                            skipAfterFailureCount(),
                            handoff.timeoutSeconds(),
                            handoff.maxWorkerRestarts(),
                            beginning.workers(),
                            cores()),
                    new Surroundings(
                            launcher,
                            SessionSide.numbers(coordinator),
                            SessionSide.permits(coordinator),
                            fixtures,
                            beginning.orders(),
                            planner,
                            this::commands,
                            WorkerProvider.runsUnits(handoff.providerClass()),
                            new TestTimes(testTimeoutSeconds(), usual, listener::info),
                            observer,
                            staffer,
                            System::nanoTime));
            created.complete(dispatcher);
            coordinator.after(handoff.afterMillis());
            coordinator.left(beginning.leftMillis());
            staffer.tellsLeft(millis -> SessionSide.tellLeft(coordinator, millis));
            fixtures.whenChanged(dispatcher::fixturesChanged);
            return dispatcher.run();
        } finally {
            // JVMs that keep fixtures end with it; the launcher waits for them.
            fixtures.close();
        }
    }

    /** Whoever debugs a test takes their time. */
    private int testTimeoutSeconds() {
        return handoff.debugLine().isEmpty() ? handoff.testTimeoutSeconds() : 0;
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

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
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

    private RunFile newRunFile(SetUpUse use) {
        return new RunFile(
                handoff.runFile(),
                handoff.run(),
                handoff.module(),
                handoff.execution(),
                handoff.np(),
                handoff.report().wanted() ? Details.of(FailureTexts::of) : Details.none(),
                use::setsUp,
                System::currentTimeMillis,
                listener::warning);
    }
}

package io.github.surefiremp.provider;

import io.github.surefiremp.coordinator.CoordinatorClient;
import io.github.surefiremp.discover.TestClasses;
import io.github.surefiremp.dispatch.Dispatcher;
import io.github.surefiremp.dispatch.Numbers;
import io.github.surefiremp.dispatch.WorkerLauncher;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.partition.Partition;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.remember.Recorder;
import io.github.surefiremp.report.ReportSink;
import io.github.surefiremp.report.ReportStream;
import io.github.surefiremp.report.RunFile;
import io.github.surefiremp.report.Silence;
import io.github.surefiremp.schedule.LongestFirst;
import io.github.surefiremp.schedule.UnitQueue;
import io.github.surefiremp.surefire.OneSetSink;
import io.github.surefiremp.surefire.SurefireLauncher;
import io.github.surefiremp.surefire.SurefireSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.jspecify.annotations.Nullable;

/** One run: discover, partition, schedule, dispatch, run, report, remember. */
final class MpRun {
    private static final String DISCOVERS_EXACTLY = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";

    /** The provider property in which Surefire names each class whose file name its scan accepted. */
    private static final String SCANNED_CLASS = "tc.";

    private final Handoff handoff;
    private final ProviderParameters parameters;
    private final TestReportListener<TestOutputReportEntry> listener;
    private final Set<String> discovered = new LinkedHashSet<>();

    MpRun(Handoff handoff, ProviderParameters parameters) {
        this.handoff = handoff;
        this.parameters = parameters;
        this.listener = parameters.getReporterFactory().createTestReportListener();
    }

    /** The run in one method; answers with what went wrong beside failed tests. */
    List<String> run() throws IOException, InterruptedException {
        HistoryFile historyFile = new HistoryFile(handoff.history(), listener::warning);
        History history = historyFile.read();
        String token = "mp-discovery-" + UUID.randomUUID();
        TestClasses classes = new TestClasses(token);
        Recorder recorder = new Recorder(handoff.module(), handoff.execution(), System::nanoTime);
        boolean oneWorker = handoff.np() == 1;
        Path temp = handoff.runFile().toAbsolutePath().getParent();
        try (RunFile runFile = newRunFile();
                ReportStream reports = new ReportStream(sink(), oneWorker, temp == null ? Path.of("") : temp);
                SurefireLauncher launcher = new SurefireLauncher(handoff, token, classes::accepts, classes::take)) {
            Silence silence = new Silence();
            RunObserver observer = new Observers(List.of(runFile, recorder, silence, reports));
            List<String> problems =
                    dispatch(launcher, names -> schedule(Partition.intoUnits(names), history), observer, history);
            if (DISCOVERS_EXACTLY.equals(handoff.providerClass())) {
                silence.problem().ifPresent(problems::add);
            }
            historyFile.update(current -> remember(current, recorder));
            runFile.end(problems.isEmpty() ? "ran" : "failed");
            return problems;
        }
    }

    private interface Planner {
        WorkQueue plan(List<String> classes);
    }

    private List<String> dispatch(WorkerLauncher launcher, Planner planner, RunObserver observer, History history)
            throws IOException, InterruptedException {
        // The coordinator may grant before the dispatcher exists; its listener waits for it.
        CompletableFuture<Dispatcher> created = new CompletableFuture<>();
        try (CoordinatorClient coordinator = new CoordinatorClient(
                handoff.coordinatorPort(), handoff.coordinatorSecret(), new CoordinatorListener(created))) {
            Dispatcher dispatcher = new Dispatcher(
                    new Dispatcher.Limits(
                            handoff.np(),
                            parameters.getSkipAfterFailureCount(),
                            handoff.timeoutSeconds(),
                            handoff.maxWorkerRestarts(),
                            expectedUnits(history)),
                    launcher,
                    numbers(coordinator),
                    names -> {
                        discovered.addAll(names);
                        return planner.plan(names);
                    },
                    observer,
                    System::nanoTime);
            created.complete(dispatcher);
            return dispatcher.run();
        }
    }

    /**
     * The classes that Maven's scan of the file names found and that had tests before; all of them where no history
     * tells which have.
     */
    private int expectedUnits(History history) {
        List<String> scanned = parameters.getProviderProperties().entrySet().stream()
                .filter(property -> property.getKey().startsWith(SCANNED_CLASS))
                .map(Map.Entry::getValue)
                .toList();
        long known = scanned.stream()
                .filter(name -> history.typicalMillis(wholeClass(name)).isPresent())
                .count();
        return known > 0 ? (int) known : scanned.size();
    }

    private TestKey wholeClass(String name) {
        return new TestKey(handoff.module(), handoff.execution(), name, TestKey.WHOLE_CLASS);
    }

    /** LPT, unless the user asked Surefire for an order of their own. */
    private WorkQueue schedule(List<Unit> units, History history) {
        return new UnitQueue(
                handoff.keepOrder() ? units : LongestFirst.order(units, unit -> expectedMillis(unit, history)));
    }

    private @Nullable Long expectedMillis(Unit unit, History history) {
        long sum = 0;
        for (String name : unit.classes()) {
            OptionalLong known = history.typicalMillis(wholeClass(name));
            if (known.isEmpty()) {
                return null;
            }
            sum += known.getAsLong();
        }
        return sum;
    }

    private void remember(History history, Recorder recorder) {
        boolean all = runsAllMethods();
        Set<String> complete = recorder.completeClasses();
        Set<TestKey> seen = new LinkedHashSet<>();
        recorder.measurements().forEach(measurement -> seen.add(measurement.key()));
        history.forget(key -> isOfThisExecution(key)
                && !seen.contains(key)
                && ((all && complete.contains(topLevel(key.className()))) || !exists(key.className())));
        long now = System.currentTimeMillis();
        recorder.measurements().forEach(measurement -> history.learn(measurement, now));
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

    private boolean exists(String className) {
        return discovered.contains(className)
                || ClassLoader.getSystemResource(className.replace('.', '/') + ".class") != null;
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    private ReportSink sink() {
        SurefireSink sink = new SurefireSink(listener);
        return handoff.oneTestSet().isEmpty() ? sink : new OneSetSink(sink, handoff.oneTestSet());
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
        public void lost(IOException reason) {
            dispatcher.join().coordinatorLost(String.valueOf(reason.getMessage()));
        }
    }
}

package io.github.surefiremp.plugin;

import com.sun.management.OperatingSystemMXBean;
import io.github.surefiremp.coordinator.Coordinator;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.plugin.plan.PlanSwitch;
import io.github.surefiremp.plugin.verify.ExtensionJars;
import io.github.surefiremp.plugin.verify.Note;
import io.github.surefiremp.plugin.verify.Switches;
import io.github.surefiremp.sharing.RunSharing;
import io.github.surefiremp.surefire.fork.ForkMain;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each execution of Surefire or Failsafe over to mp, after Maven has configured the mojo and before it runs.
 *
 * <p>Without a state of its own; Maven calls it from several threads under {@code -T}.
 */
public final class MpMojoListener implements MojoExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger("mp");
    private static final Set<String> GOALS =
            Set.of("maven-surefire-plugin:test", "maven-failsafe-plugin:integration-test");
    /** For a JVM that only waits. */
    private static final String FORK_ARGUMENTS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx16m -Xshare:auto";

    private static final int SETUPS_PER_WORKER = 8;
    private static final int RESTARTS_PER_WORKER = 4;
    /** How Surefire's TestNG provider names the suite into which it puts all classes when there is one fork. */
    private static final String TESTNG_SET = "TestSuite";

    /** Maven sets it. */
    private @Nullable RepositorySystem repositories;

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        boolean tests = isTestGoal(event.getExecution());
        if ((!tests && !BisectMode.isVerify(event.getExecution()))
                || !MpProject.isDeclaredIn(event.getProject(), event.getSession())) {
            return;
        }
        try {
            if (tests) {
                handOver(event);
            } else {
                BisectMode.applyToVerify(event);
            }
        } catch (SettingException e) {
            throw new MojoExecutionException("mp: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("mp cannot hand over to its controller: " + e, e);
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {
        report(event);
    }

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {
        report(event);
    }

    private static void report(MojoExecutionEvent event) {
        if (isTestGoal(event.getExecution()) && MpProject.isDeclaredIn(event.getProject(), event.getSession())) {
            MpSession.of(event.getSession()).reportOn(event.getProject());
        }
    }

    private static boolean isTestGoal(MojoExecution execution) {
        return "org.apache.maven.plugins".equals(execution.getGroupId())
                && GOALS.contains(execution.getArtifactId() + ":" + execution.getGoal());
    }

    private void handOver(MojoExecutionEvent event) throws SettingException, MojoExecutionException, IOException {
        MavenProject project = event.getProject();
        MojoExecution execution = event.getExecution();
        Settings settings = MpProject.settings(event.getSession(), project);
        Optional<BisectMode> bisect = BisectMode.of(event.getSession(), project);
        ClassLoader realm = event.getMojo().getClass().getClassLoader();
        // Until all is settled Surefire sees no mp, whichever way this method ends.
        Thread.currentThread().setContextClassLoader(ProviderView.withoutMp(realm));
        Optional<String> switchedOff = switchedOff(settings);
        if (switchedOff.isPresent()) {
            ShardOptions.refuseWithoutMp(settings, switchedOff.get());
            tellThatMpStaysOut(switchedOff.get(), event);
            StockVariation.apply(event);
            return;
        }
        if (SurefireMojo.skipsTests(event.getMojo())
                || (bisect.isPresent() && bisect.get().skips(event, moduleName(project), executionName(execution)))) {
            return;
        }
        if (!SurefireVersion.isSupported(execution.getVersion())) {
            throw new MojoExecutionException(SurefireVersion.advice(execution.getArtifactId(), execution.getVersion()));
        }
        SurefireMojo mojo = SurefireMojo.of(event.getMojo());
        if (mojo.hasNothingToDo()) {
            return;
        }
        WorkerCount count = workerCount(settings, mojo);
        Optional<String> obstacle = obstacle(mojo, count);
        if (obstacle.isPresent()) {
            ShardOptions.refuseWithoutMp(settings, obstacle.get());
            tellThatMpStaysOut(obstacle.get(), event);
            return;
        }
        if (mojo.hasTimeoutExtensions()) {
            throw new MojoExecutionException("mp: forkedProcessTimeoutExtensionContext is set, but Surefire's timeout"
                    + " extensions do not see mp's workers; remove it, or use -Dmp.skip");
        }
        settings.warnings().forEach(LOG::warn);
        if (bisect.isPresent()) {
            bisect.get().apply(mojo);
        }
        String checksum = mojo.checksum();
        List<SurefireMojo.Provider> providers = mojo.stockProviders();
        if (providers.isEmpty()) {
            return;
        }
        if (providers.size() > 1) {
            throw new MojoExecutionException("mp: " + execution.getArtifactId() + " has several test providers as"
                    + " dependencies: "
                    + providers.stream().map(SurefireMojo.Provider::name).toList()
                    + "; keep one of them, or use -Dmp.skip");
        }
        Optional<Path> plan = PlanSwitch.file(event.getSession().getUserProperties());
        if (plan.isPresent()) {
            mojo.leaveNothing(plan.get().resolveSibling("failsafe-summary.xml"));
        }
        SurefireMojo.Jvm jvm = mojo.jvm();
        Optional<String> complaint = jvm.home() == null
                ? Optional.empty()
                : TestJava.complaint(jvm.home().toPath());
        if (complaint.isPresent()) {
            throw new MojoExecutionException(complaint.get());
        }
        mojo.keepStatistics(mojo.checksum());
        if (providers.get(0).hasThreadsForClasses(mojo.parallel())) {
            LOG.warn(
                    "mp: parallel={}: each worker runs one class after another, so only np says how many run at a time;"
                            + " threads remain inside of a class",
                    mojo.parallel());
        }
        mojo.takeParallel();
        String debugLine = mojo.takeDebugLine();
        if (!debugLine.isEmpty()) {
            count = new WorkerCount(1, "one worker, which waits for the debugger");
        }
        Handoff handoff = handoff(
                event.getSession(), project, execution, settings, mojo, jvm, count, debugLine, providers.get(0));
        // Executions that differ in what mp takes away from Surefire stay different to it, and equal ones equal.
        mojo.putProperty(Names.CHECKSUM, checksum);
        mojo.useOneFork();
        ConsoleOptions.apply(handoff.console(), mojo, realm);
        mojo.setArgLine(FORK_ARGUMENTS + " -cp \"" + ExtensionJars.provider() + "\" " + ForkMain.class.getName());
        mojo.setForkNode(controller(
                realm,
                handoff,
                MpSession.of(event.getSession()).live(event.getSession()).of(project.getArtifactId())));
        Thread.currentThread().setContextClassLoader(ProviderView.withMpAlone(realm));
        LOG.info(
                "mp: np={} ({}), provider {}",
                count.np(),
                count.why(),
                handoff.providerClass().substring(handoff.providerClass().lastIndexOf('.') + 1));
        note(event, count.np(), count.why());
    }

    /** It is loaded where Surefire is, because it works with the classes of the user's own Surefire. */
    private static Object controller(ClassLoader realm, Handoff handoff, Consumer<Supplier<List<String>>> shows)
            throws MojoExecutionException {
        try {
            return realm.loadClass(Names.CONTROLLER_CLASS)
                    .getConstructor(Properties.class, Consumer.class)
                    .newInstance(handoff.properties(), shows);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MojoExecutionException(
                    "mp cannot work with this version of Surefire (" + e + "). Use a version that mp was tested with"
                            + " (3.2.5, 3.5.6, 3.6.1), or -Dmp.skip.",
                    e);
        }
    }

    /** What the user says without a look at Surefire, so that it holds for any version of it. */
    private static Optional<String> switchedOff(Settings settings) throws SettingException {
        Optional<Settings.Value> np = settings.np();
        if (settings.flag(Setting.SKIP)) {
            return Optional.of("mp.skip");
        }
        return np.filter(value -> value.text().trim().equals("0")).map(value -> value.origin() + "=0");
    }

    /** Why Surefire must run alone here, empty if it need not. */
    private static Optional<String> obstacle(SurefireMojo mojo, WorkerCount count) throws MojoExecutionException {
        if (count.np() == 0) {
            return Optional.of(count.why());
        }
        if (mojo.hasSuiteXmlFiles()) {
            return Optional.of("suiteXmlFiles, which this version of mp cannot spread over workers");
        }
        Optional<String> forkNode = mojo.foreignForkNode();
        if (forkNode.isPresent()) {
            return Optional.of("forkNode " + forkNode.get() + ", which mp's workers cannot use");
        }
        return Optional.empty();
    }

    private static void tellThatMpStaysOut(String why, MojoExecutionEvent event)
            throws MojoExecutionException, IOException {
        LOG.info("mp: stays out ({}), Surefire runs alone", why);
        note(event, 0, why);
    }

    /** Tells mp:verify, if it started this Maven. */
    private static void note(MojoExecutionEvent event, int np, String why) throws MojoExecutionException, IOException {
        Switches.of(event.getSession().getUserProperties())
                .note(new Note(
                        event.getProject().getArtifactId(),
                        executionName(event.getExecution()),
                        np,
                        why,
                        SurefireMojo.reportsDirectory(event.getMojo())));
    }

    private static WorkerCount workerCount(Settings settings, SurefireMojo mojo)
            throws SettingException, MojoExecutionException {
        WorkerCount.Machine machine = machine();
        Settings.Value auto = new Settings.Value("auto", "default");
        int forkCount = forkCount(mojo.forkCount(), machine.cores());
        WorkerCount count = WorkerCount.of(settings.np().orElse(auto), forkCount, mojo.argLine(), machine);
        return forkCount == 0 ? new WorkerCount(0, "forkCount=0") : count;
    }

    private static int forkCount(String text, int cores) {
        String trimmed = text.trim();
        try {
            if (!trimmed.endsWith("C")) {
                return Integer.parseInt(trimmed);
            }
            double count = Double.parseDouble(trimmed.substring(0, trimmed.length() - 1)) * cores;
            return count > 0 ? Math.max(1, (int) count) : 0;
        } catch (NumberFormatException e) {
            // Surefire itself tells the user that its own parameter is wrong.
            return 1;
        }
    }

    private static WorkerCount.Machine machine() {
        int cores = Runtime.getRuntime().availableProcessors();
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
        return new WorkerCount.Machine(cores, memory);
    }

    private Handoff handoff(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            Settings settings,
            SurefireMojo mojo,
            SurefireMojo.Jvm jvm,
            WorkerCount count,
            String debugLine,
            SurefireMojo.Provider provider)
            throws SettingException, MojoExecutionException, IOException {
        MpSession own = MpSession.of(session);
        Path history = MpProject.history(settings, project);
        Optional<Path> plan = PlanSwitch.file(session.getUserProperties());
        Path folder =
                BisectMode.of(session, project).map(BisectMode::folder).orElseGet(() -> MpProject.folder(project));
        Path runFile = plan.map(file -> file.resolveSibling("run.jsonl")).orElse(folder.resolve("run.jsonl"));
        own.restore(history);
        own.beginRunFile(runFile);
        boolean report = plan.isEmpty() && ReportSettings.isWanted(session, settings);
        if (report) {
            own.wantReport(project);
        }
        Handoff.Standby standby = StandbyOptions.of(session, project, settings, count.np());
        int shards = plan.isPresent() ? ShardOptions.planned(settings) : 0;
        Handoff.Shard shard = shards > 0 ? Handoff.Shard.NONE : ShardOptions.of(settings, mojo, project);
        own.beginShards(folder);
        String run = own.nextRun();
        if (standby.most() > 0) {
            own.leavesStandby(run, standby.folder());
        }
        Coordinator coordinator = own.coordinator(count.np());
        RunSharing sharing = own.sharing();
        return new Handoff(
                run,
                count.np(),
                coordinator.port(),
                coordinator.secret(),
                sharing.port(),
                sharing.secret(),
                moduleName(project),
                executionName(execution),
                provider.name(),
                provider.classPath(),
                provider.properties(),
                mojo.hasTestModule() ? PLATFORM_OPENS : List.of(),
                jvm.executable().getAbsolutePath(),
                lateProperties(mojo.argLine(), project),
                debugLine,
                mojo.workingDirectory().getAbsolutePath(),
                withPlaceholders(mojo.environment()),
                withPlaceholders(mojo.systemProperties()),
                history,
                runFile,
                mojo.takeTimeoutSeconds(),
                settings.number(Setting.MAX_WORKER_RESTARTS, 0, RESTARTS_PER_WORKER * count.np()),
                !"filesystem".equalsIgnoreCase(mojo.runOrder()),
                settings.word(Setting.GRANULARITY, Settings.GRANULARITIES).toUpperCase(Locale.ROOT),
                settings.flag(Setting.FRESH_JVM, !mojo.reuseForks()),
                settings.flag(Setting.LOCKS, true),
                SurefireMojo.TESTNG_PROVIDER.equals(provider.name()) && "1".equals(mojo.forkCount()) ? TESTNG_SET : "",
                SurefireVersion.mixesNestedSets(execution.getVersion()),
                own.millisAfter(session, project, executionName(execution)) / count.np(),
                StaffingProperty.isAll(session.getUserProperties(), project.getProperties()),
                settings.number(Setting.TEST_TIMEOUT, 1, 0),
                settings.threads(count.np(), Runtime.getRuntime().availableProcessors()),
                settings.number(Setting.SETUPS_PER_WORKER, 1, SETUPS_PER_WORKER),
                standby,
                QueueOptions.of(session, project, settings, own.queueUrl(), Objects.requireNonNull(repositories)),
                new Handoff.Report(report),
                own.choice(session, project, executionName(execution), settings),
                plan.map(file -> new Handoff.Plan(true, file, shards)).orElse(Handoff.Plan.NONE),
                shard,
                ConsoleOptions.of(settings));
    }

    /** What Surefire's own provider asks for where the tests are a module of their own. */
    private static final List<String> PLATFORM_OPENS = List.of(
            "--add-opens=org.junit.platform.commons/org.junit.platform.commons.util=ALL-UNNAMED",
            "--add-opens=org.junit.platform.commons/org.junit.platform.commons.logging=ALL-UNNAMED");

    private static String moduleName(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId();
    }

    private static String executionName(MojoExecution execution) {
        String plugin = execution.getArtifactId().replace("maven-", "").replace("-plugin", "");
        return plugin + ":" + execution.getExecutionId();
    }

    /** Fills in {@code @{…}} as Surefire does, with the project's properties of this moment. */
    private static String lateProperties(String argLine, MavenProject project) {
        String line = argLine.trim();
        Properties properties = project.getModel().getProperties();
        for (String key : properties.stringPropertyNames()) {
            line = line.replace("@{" + key + "}", properties.getProperty(key, ""));
        }
        return line.replaceAll("\\s", " ");
    }

    private static Map<String, String> withPlaceholders(Map<String, String> values) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (Handoff.hasPlaceholder(value)) {
                found.put(key, value);
            }
        });
        return found;
    }
}

package io.github.surefiremp.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the extension tells the controller: all that Surefire would have given to a fork with the number
 * still open, and where the coordinator listens. Both have mp's classes from loaders of their own, so it travels as
 * plain properties.
 *
 * @param run names this run, unique within the module
 * @param np how many workers at most
 * @param coordinatorPort loopback port of the coordinator
 * @param coordinatorSecret what a client of the coordinator sends first
 * @param sessionPort loopback port of what all workers of the Maven session share
 * @param sessionSecret what a client of it sends first
 * @param module groupId:artifactId
 * @param execution plugin and execution id
 * @param providerClass the provider that stock Surefire would use
 * @param providerClassPath that provider with all that it brings
 * @param providerProperties what stock Surefire would tell that provider beside what it tells each provider
 * @param providerJvmArguments what that provider needs on a modular command line
 * @param java what starts the JVM of the tests
 * @param argLine the user's argLine with its late properties filled in and fork number placeholders left open
 * @param debugLine JVM arguments that make one worker wait for a debugger; empty for none
 * @param workingDirectory with fork number placeholders left open
 * @param environment variables whose values have fork number placeholders
 * @param systemProperties properties whose values have fork number placeholders
 * @param history the history file
 * @param runFile the file that tells of the run, one JSON object a line
 * @param timeoutSeconds forkedProcessTimeoutInSeconds, 0 for none
 * @param maxWorkerRestarts how many workers may be lost before the run stops
 * @param keepOrder the user chose an order for Surefire, so that mp keeps it
 * @param granularity AUTO, CLASS or METHOD: whether classes may be split over workers
 * @param freshJvm each unit runs in a JVM that ran nothing before
 * @param locks whether the locks that tests declare hold across workers
 * @param oneTestSet the name of the only test set that stock Surefire would report; empty where it reports classes
 * @param setsApart whether Surefire would mix the tests of nested sets that are open at the same time
 * @param afterMillis how long the build goes on after this run, at least, with what has to wait for it
 * @param allWorkers as many workers as there is work for, whether that shortens the run or not
 * @param testTimeoutSeconds how long a test may take, 0 for ever
 * @param threads on how many threads each worker runs what is marked parallelizable, 1 for one after another
 * @param setUpsPerWorker how many costly set-ups each worker keeps, at least 1
 * @param standby which warm JVMs are used and left
 * @param queue which queue this machine shares with others
 * @param report what is kept for the report page
 * @param choice what runs first, and what runs at all
 * @param plan whether it is only planned
 * @param shard which share of the tests this machine runs
 * @param console what is printed of single tests
 */
public record Handoff(
        String run,
        int np,
        int coordinatorPort,
        String coordinatorSecret,
        int sessionPort,
        String sessionSecret,
        String module,
        String execution,
        String providerClass,
        List<String> providerClassPath,
        Map<String, String> providerProperties,
        List<String> providerJvmArguments,
        String java,
        String argLine,
        String debugLine,
        String workingDirectory,
        Map<String, String> environment,
        Map<String, String> systemProperties,
        Path history,
        Path runFile,
        int timeoutSeconds,
        int maxWorkerRestarts,
        boolean keepOrder,
        String granularity,
        boolean freshJvm,
        boolean locks,
        String oneTestSet,
        boolean setsApart,
        long afterMillis,
        boolean allWorkers,
        int testTimeoutSeconds,
        int threads,
        int setUpsPerWorker,
        Standby standby,
        Queue queue,
        Report report,
        Choice choice,
        Plan plan,
        Shard shard,
        Console console) {
    private static final String SHARD = "shard.";
    private static final String STANDBY = "standby.";
    private static final String QUEUE = "queue.";
    private static final String PLAN = "plan.";
    private static final String CHOICE = "choice.";

    /**
     * Warm JVMs that wait for a build.
     *
     * @param most how many are left for the next build; 0: none are, and none that wait are used
     * @param folder the private folder of the user in which they are found
     * @param root the folder of the whole build
     * @param project the folder of the module
     * @param idleMillis how long one waits
     */
    public record Standby(int most, Path folder, Path root, Path project, long idleMillis) {}

    /**
     * A queue that several machines share. Its text has no password.
     *
     * @param url of the server, without user and password; empty for no queue
     * @param user empty for the server's default user
     * @param password empty for none
     * @param build what all machines call the build
     * @param fallback static shards where the server cannot be reached at the start
     * @param version of mp
     * @param leaseMillis after so much time without a sign of life others take this machine's units
     * @param patienceMillis so long the server may be away in the middle of a run
     * @param classPath what connects to the server
     */
    public record Queue(
            String url,
            String user,
            String password,
            String build,
            boolean fallback,
            String version,
            long leaseMillis,
            long patienceMillis,
            List<String> classPath) {
        /** No queue. */
        public static final Queue NONE = new Queue("", "", "", "", false, "", 0, 0, List.of());

        public Queue {
            classPath = List.copyOf(classPath);
        }

        /** Whether there is one. */
        public boolean isOn() {
            return !url.isEmpty();
        }

        private void put(Properties values) {
            values.setProperty(QUEUE + "url", url);
            values.setProperty(QUEUE + "user", user);
            values.setProperty(QUEUE + "password", password);
            values.setProperty(QUEUE + "build", build);
            values.setProperty(QUEUE + "fallback", Boolean.toString(fallback));
            values.setProperty(QUEUE + "version", version);
            values.setProperty(QUEUE + "leaseMillis", Long.toString(leaseMillis));
            values.setProperty(QUEUE + "patienceMillis", Long.toString(patienceMillis));
            putList(values, QUEUE + "classPath.", classPath);
        }

        private static Queue of(Properties values) {
            return new Queue(
                    get(values, QUEUE + "url"),
                    get(values, QUEUE + "user"),
                    get(values, QUEUE + "password"),
                    get(values, QUEUE + "build"),
                    Boolean.parseBoolean(get(values, QUEUE + "fallback")),
                    get(values, QUEUE + "version"),
                    Long.parseLong(get(values, QUEUE + "leaseMillis")),
                    Long.parseLong(get(values, QUEUE + "patienceMillis")),
                    getList(values, QUEUE + "classPath."));
        }

        @Override
        public String toString() {
            return url + " " + build;
        }
    }

    /**
     * The report page, which Maven's side makes when the run has ended.
     *
     * @param wanted whether there will be one, so that the run file has to have output and stack traces
     */
    public record Report(boolean wanted) {}

    /**
     * What runs first, and what runs at all.
     *
     * @param failedFirst what failed when it ran last runs before all else
     * @param onlyFailed nothing runs but what failed when it ran last
     * @param failedElsewhere something failed in another execution of this build, so that with {@code onlyFailed}
     *     nothing runs here if nothing failed here
     * @param sequence classes that run one after another in one JVM, and nothing else; {@link #OTHERS} stands for all
     *     that are not named; empty where mp decides
     * @param oneUnit the sequence is one unit, so that nothing is put back between its classes
     */
    public record Choice(
            boolean failedFirst, boolean onlyFailed, boolean failedElsewhere, List<String> sequence, boolean oneUnit) {
        /** In a sequence: all classes that it does not name, in the order in which they were found. */
        public static final String OTHERS = "*";

        /** All of it, in mp's order. */
        public static final Choice ALL = new Choice(false, false, false, List.of(), false);

        public Choice {
            sequence = List.copyOf(sequence);
        }

        private void put(Properties values) {
            values.setProperty(CHOICE + "failedFirst", Boolean.toString(failedFirst));
            values.setProperty(CHOICE + "onlyFailed", Boolean.toString(onlyFailed));
            values.setProperty(CHOICE + "failedElsewhere", Boolean.toString(failedElsewhere));
            putList(values, CHOICE + "sequence.", sequence);
            values.setProperty(CHOICE + "oneUnit", Boolean.toString(oneUnit));
        }

        private static Choice of(Properties values) {
            return new Choice(
                    Boolean.parseBoolean(get(values, CHOICE + "failedFirst")),
                    Boolean.parseBoolean(get(values, CHOICE + "onlyFailed")),
                    Boolean.parseBoolean(get(values, CHOICE + "failedElsewhere")),
                    getList(values, CHOICE + "sequence."),
                    Boolean.parseBoolean(get(values, CHOICE + "oneUnit")));
        }
    }

    /**
     * For mp:plan.
     *
     * @param only nothing runs, nothing is remembered
     * @param file where the plan is appended; without meaning if it is not {@code only} a plan
     * @param shards for how many machines it is planned as well, none of which this one is; 0 for none
     */
    public record Plan(boolean only, Path file, int shards) {
        /** It is run. */
        public static final Plan NONE = new Plan(false, Path.of(""), 0);
    }

    /** The same with another queue and other shards. */
    public Handoff with(Queue otherQueue, Shard otherShard) {
        Properties values = properties();
        otherQueue.put(values);
        otherShard.put(values);
        return of(values);
    }

    /** The same for one of several machines. */
    public Handoff withShard(int number, int total) {
        Properties values = properties();
        new Shard(number, total, shard.reports(), false, shard.version()).put(values);
        return of(values);
    }

    /** The same with another number of set-ups in each worker. */
    public Handoff withSetUpsPerWorker(int other) {
        Properties values = properties();
        values.setProperty("setUpsPerWorker", Integer.toString(other));
        return of(values);
    }

    /** Whether classes that need the same set-ups go to the same worker: the user, or a queue, may have another order. */
    public boolean bringsTogether() {
        return !keepOrder && !choice.failedFirst() && !queue.isOn();
    }

    /** The same with another number of workers. */
    public Handoff withNp(int other) {
        Properties values = properties();
        values.setProperty("np", Integer.toString(other));
        return of(values);
    }

    /**
     * The share of one of several machines.
     *
     * @param number this machine's, from 0 on
     * @param total how many machines there are; 0: this one runs all
     * @param reports the folder of Surefire's reports, relative to the module's build folder
     * @param failIfNoTests whether a run fails if no machine has a test
     * @param version of mp
     */
    public record Shard(int number, int total, String reports, boolean failIfNoTests, String version) {
        /** This machine runs all tests. */
        public static final Shard NONE = new Shard(0, 0, "", false, "");

        /** So many workers on each machine decide how finely classes are cut: on all machines alike, as it must be. */
        private static final int WORKERS = 4;

        /** Whether other machines run other tests. */
        public boolean isOn() {
            return total > 0;
        }

        private void put(Properties values) {
            values.setProperty(SHARD + "number", Integer.toString(number));
            values.setProperty(SHARD + "total", Integer.toString(total));
            values.setProperty(SHARD + "reports", reports);
            values.setProperty(SHARD + "failIfNoTests", Boolean.toString(failIfNoTests));
            values.setProperty(SHARD + "version", version);
        }

        private static Shard of(Properties values) {
            return new Shard(
                    Integer.parseInt(get(values, SHARD + "number")),
                    Integer.parseInt(get(values, SHARD + "total")),
                    get(values, SHARD + "reports"),
                    Boolean.parseBoolean(get(values, SHARD + "failIfNoTests")),
                    get(values, SHARD + "version"));
        }
    }

    /**
     * What is printed of single tests.
     *
     * @param output {@code lines}, {@code verbose} or {@code dots}
     * @param instafail whether failures are printed when they happen
     */
    public record Console(String output, boolean instafail) {
        /** What Surefire prints. */
        public static final Console LINES = new Console("lines", false);
    }

    /** Where the run writes what it learnt: a shard must not change what all shards plan from. */
    public Path learnt() {
        return shard.isOn()
                ? runFile.resolveSibling("history.shard-" + shard.number() + "-of-" + shard.total() + ".tsv")
                : history;
    }

    /** For how many workers the suite is cut into units: of shards, the same on each. */
    public int planNp() {
        return shard.isOn() ? shard.total() * Shard.WORKERS : np;
    }

    /** What {@link #of} reads. */
    public Properties properties() {
        Properties values = new Properties();
        values.setProperty("run", run);
        values.setProperty("np", Integer.toString(np));
        values.setProperty("coordinatorPort", Integer.toString(coordinatorPort));
        values.setProperty("coordinatorSecret", coordinatorSecret);
        values.setProperty("sessionPort", Integer.toString(sessionPort));
        values.setProperty("sessionSecret", sessionSecret);
        values.setProperty("module", module);
        values.setProperty("execution", execution);
        values.setProperty("providerClass", providerClass);
        values.setProperty("java", java);
        values.setProperty("argLine", argLine);
        values.setProperty("debugLine", debugLine);
        values.setProperty("workingDirectory", workingDirectory);
        values.setProperty("history", history.toString());
        values.setProperty("runFile", runFile.toString());
        values.setProperty("timeoutSeconds", Integer.toString(timeoutSeconds));
        values.setProperty("maxWorkerRestarts", Integer.toString(maxWorkerRestarts));
        values.setProperty("keepOrder", Boolean.toString(keepOrder));
        values.setProperty("granularity", granularity);
        values.setProperty("freshJvm", Boolean.toString(freshJvm));
        values.setProperty("locks", Boolean.toString(locks));
        values.setProperty("oneTestSet", oneTestSet);
        values.setProperty("setsApart", Boolean.toString(setsApart));
        values.setProperty(STANDBY + "most", Integer.toString(standby.most()));
        values.setProperty(STANDBY + "folder", standby.folder().toString());
        values.setProperty(STANDBY + "root", standby.root().toString());
        values.setProperty(STANDBY + "project", standby.project().toString());
        values.setProperty(STANDBY + "idleMillis", Long.toString(standby.idleMillis()));
        values.setProperty("report.wanted", Boolean.toString(report.wanted()));
        choice.put(values);
        values.setProperty(PLAN + "only", Boolean.toString(plan.only()));
        values.setProperty(PLAN + "file", plan.file().toString());
        values.setProperty(PLAN + "shards", Integer.toString(plan.shards()));
        values.setProperty("afterMillis", Long.toString(afterMillis));
        values.setProperty("testTimeoutSeconds", Integer.toString(testTimeoutSeconds));
        values.setProperty("threads", Integer.toString(threads));
        values.setProperty("setUpsPerWorker", Integer.toString(setUpsPerWorker));
        values.setProperty("allWorkers", Boolean.toString(allWorkers));
        queue.put(values);
        shard.put(values);
        values.setProperty("console.output", console.output());
        values.setProperty("console.instafail", Boolean.toString(console.instafail()));
        putList(values, "providerClassPath.", providerClassPath);
        putList(values, "providerJvmArguments.", providerJvmArguments);
        providerProperties.forEach((key, value) -> values.setProperty("providerProperties." + key, value));
        environment.forEach((key, value) -> values.setProperty("environment." + key, value));
        systemProperties.forEach((key, value) -> values.setProperty("systemProperties." + key, value));
        return values;
    }

    /** What {@link #properties} made of it. */
    public static Handoff of(Properties values) {
        return new Handoff(
                get(values, "run"),
                Integer.parseInt(get(values, "np")),
                Integer.parseInt(get(values, "coordinatorPort")),
                get(values, "coordinatorSecret"),
                Integer.parseInt(get(values, "sessionPort")),
                get(values, "sessionSecret"),
                get(values, "module"),
                get(values, "execution"),
                get(values, "providerClass"),
                getList(values, "providerClassPath."),
                getMap(values, "providerProperties."),
                getList(values, "providerJvmArguments."),
                get(values, "java"),
                get(values, "argLine"),
                get(values, "debugLine"),
                get(values, "workingDirectory"),
                getMap(values, "environment."),
                getMap(values, "systemProperties."),
                Path.of(get(values, "history")),
                Path.of(get(values, "runFile")),
                Integer.parseInt(get(values, "timeoutSeconds")),
                Integer.parseInt(get(values, "maxWorkerRestarts")),
                Boolean.parseBoolean(get(values, "keepOrder")),
                get(values, "granularity"),
                Boolean.parseBoolean(get(values, "freshJvm")),
                Boolean.parseBoolean(get(values, "locks")),
                get(values, "oneTestSet"),
                Boolean.parseBoolean(get(values, "setsApart")),
                Long.parseLong(get(values, "afterMillis")),
                Boolean.parseBoolean(get(values, "allWorkers")),
                Integer.parseInt(get(values, "testTimeoutSeconds")),
                Integer.parseInt(get(values, "threads")),
                Integer.parseInt(get(values, "setUpsPerWorker")),
                new Standby(
                        Integer.parseInt(get(values, STANDBY + "most")),
                        Path.of(get(values, STANDBY + "folder")),
                        Path.of(get(values, STANDBY + "root")),
                        Path.of(get(values, STANDBY + "project")),
                        Long.parseLong(get(values, STANDBY + "idleMillis"))),
                Queue.of(values),
                new Report(Boolean.parseBoolean(get(values, "report.wanted"))),
                Choice.of(values),
                new Plan(
                        Boolean.parseBoolean(get(values, PLAN + "only")),
                        Path.of(get(values, PLAN + "file")),
                        Integer.parseInt(get(values, PLAN + "shards"))),
                Shard.of(values),
                new Console(get(values, "console.output"), Boolean.parseBoolean(get(values, "console.instafail"))));
    }

    /** Puts a worker's number where the user wrote Surefire's placeholders for the fork number. */
    public static String withNumber(String text, int number) {
        String digits = Integer.toString(number);
        return text.replace("${surefire.forkNumber}", digits).replace("${surefire.threadNumber}", digits);
    }

    /** Whether the text has one of Surefire's placeholders for the fork number. */
    public static boolean hasPlaceholder(@Nullable String text) {
        return text != null && !withNumber(text, 1).equals(text);
    }

    private static String get(Properties values, String key) {
        return Objects.requireNonNull(values.getProperty(key), () -> "the hand-off has no " + key);
    }

    private static void putList(Properties values, String prefix, List<String> list) {
        for (int i = 0; i < list.size(); i++) {
            values.setProperty(prefix + i, list.get(i));
        }
    }

    private static List<String> getList(Properties values, String prefix) {
        List<String> list = new ArrayList<>();
        for (String next = values.getProperty(prefix + 0); next != null; ) {
            list.add(next);
            next = values.getProperty(prefix + list.size());
        }
        return list;
    }

    private static Map<String, String> getMap(Properties values, String prefix) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (key.startsWith(prefix)) {
                map.put(key.substring(prefix.length()), get(values, key));
            }
        }
        return map;
    }
}

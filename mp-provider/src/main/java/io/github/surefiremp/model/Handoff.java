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
 * @param standby which warm JVMs are used and left
 * @param archives whether workers start from an archive of their classes
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
        Standby standby,
        Archives archives) {
    private static final String STANDBY = "standby.";
    private static final String ARCHIVES = "archives.";

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
     * Archives of the classes that each worker loads.
     *
     * @param used whether they are used, and made where there is none
     * @param folder the private folder of the user in which they are found
     */
    public record Archives(boolean used, Path folder) {}

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
        values.setProperty(ARCHIVES + "used", Boolean.toString(archives.used()));
        values.setProperty(ARCHIVES + "folder", archives.folder().toString());
        values.setProperty("afterMillis", Long.toString(afterMillis));
        values.setProperty("allWorkers", Boolean.toString(allWorkers));
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
                new Standby(
                        Integer.parseInt(get(values, STANDBY + "most")),
                        Path.of(get(values, STANDBY + "folder")),
                        Path.of(get(values, STANDBY + "root")),
                        Path.of(get(values, STANDBY + "project")),
                        Long.parseLong(get(values, STANDBY + "idleMillis"))),
                new Archives(
                        Boolean.parseBoolean(get(values, ARCHIVES + "used")),
                        Path.of(get(values, ARCHIVES + "folder"))));
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

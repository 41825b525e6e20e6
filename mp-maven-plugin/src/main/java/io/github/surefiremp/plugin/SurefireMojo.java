package io.github.surefiremp.plugin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.resolver.filter.ArtifactFilter;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The configured mojo of Surefire or Failsafe.
 *
 * <p>mp compiles against no mojo, because each module may have its own version of it, in a realm of its own. What is
 * not public is reached by name; the matrix of integration tests holds the names for each version that mp supports.
 */
final class SurefireMojo {
    static final String TESTNG_PROVIDER = "org.apache.maven.surefire.testng.TestNGProvider";
    private static final String JUNIT_CORE_PROVIDER = "org.apache.maven.surefire.junitcore.JUnitCoreProvider";

    private static final String BASE = "org.apache.maven.plugin.surefire.AbstractSurefireMojo";

    private static final Set<String> STATISTICAL_ORDERS = Set.of("failedfirst", "balanced");

    private static final String REPORTER =
            "org.apache.maven.plugin.surefire.extensions.SurefireStatelessTestsetInfoReporter";

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w.-]+");

    private static final int SECONDS_FOR_MP_TO_END_THE_RUN = 60;

    private final Mojo mojo;
    private final Class<?> base;

    private SurefireMojo(Mojo mojo, Class<?> base) {
        this.mojo = mojo;
        this.base = base;
    }

    static SurefireMojo of(Mojo mojo) throws MojoExecutionException {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(BASE)) {
                return new SurefireMojo(mojo, type);
            }
        }
        throw new MojoExecutionException(
                "mp does not know the mojo " + mojo.getClass().getName() + "; use -Dmp.skip to run without mp");
    }

    /** Whether the user skips the tests; also for versions that mp does not work with. */
    static boolean skipsTests(Mojo mojo) throws MojoExecutionException {
        SurefireMojo known = new SurefireMojo(mojo, mojo.getClass());
        return hasMethod(mojo.getClass(), "isSkipExecution")
                && Boolean.TRUE.equals(known.call(mojo.getClass(), "isSkipExecution"));
    }

    /** Where the reports go, empty if the mojo does not say; also for versions that mp does not work with. */
    static String reportsDirectory(Mojo mojo) throws MojoExecutionException {
        SurefireMojo known = new SurefireMojo(mojo, mojo.getClass());
        return hasMethod(mojo.getClass(), "getReportsDirectory")
                ? Objects.toString(known.call(mojo.getClass(), "getReportsDirectory"), "")
                : "";
    }

    String reportsDirectory() throws MojoExecutionException {
        return reportsDirectory(mojo);
    }

    /** Whether the user wants the run to fail if there are no tests, which Surefire itself no longer looks at. */
    boolean takeFailIfNoTests() throws MojoExecutionException {
        boolean wanted = Boolean.TRUE.equals(field("failIfNoTests"));
        boolean selected =
                call(mojo.getClass(), "getTest") != null && Boolean.TRUE.equals(field("failIfNoSpecifiedTests"));
        setField("failIfNoTests", false);
        setField("failIfNoSpecifiedTests", false);
        return wanted || selected;
    }

    /** Whether there are no tests to run. */
    boolean hasNothingToDo() throws MojoExecutionException {
        File classes = (File) call(mojo.getClass(), "getTestClassesDirectory");
        // Maven 3.8 makes an empty array of what nobody configured.
        boolean scansDependencies = field("dependenciesToScan") instanceof Object[] names && names.length > 0;
        return !classes.exists() && !scansDependencies;
    }

    boolean hasSuiteXmlFiles() throws MojoExecutionException {
        return field("suiteXmlFiles") instanceof Object[] files && files.length > 0;
    }

    /** Whether the test classes are a module of their own. */
    boolean hasTestModule() throws MojoExecutionException {
        File classes = (File) call(mojo.getClass(), "getTestClassesDirectory");
        return new File(classes, "module-info.class").isFile();
    }

    String argLine() throws MojoExecutionException {
        String line = (String) call(mojo.getClass(), "getArgLine");
        return line == null ? "" : line;
    }

    /**
     * Gives Surefire's fork an argLine of its own. Surefire looks into it for {@code -da}, so whether assertions are on
     * is settled before; and it looks for {@code -D} of its system properties, to warn of them, so those are mentioned
     * without effect.
     */
    void setArgLine(String line) throws MojoExecutionException {
        setField("enableAssertions", call(mojo.getClass(), "effectiveIsEnableAssertions"));
        String users = argLine();
        StringBuilder all = new StringBuilder(line);
        for (String name : systemProperties().keySet()) {
            String argument = "-D" + name + "=";
            if (users.contains(argument) && PLAIN_NAME.matcher(name).matches()) {
                all.append(" -Dmp.users=").append(argument);
            }
        }
        call(mojo.getClass(), "setArgLine", String.class, all.toString());
    }

    String forkCount() throws MojoExecutionException {
        return Objects.toString(field("forkCount"), "1");
    }

    boolean reuseForks() throws MojoExecutionException {
        return !Boolean.FALSE.equals(field("reuseForks"));
    }

    /** Makes Surefire start one fork. */
    void useOneFork() throws MojoExecutionException {
        setField("forkCount", "1");
        setField("reuseForks", true);
    }

    /** Has stock Surefire start so many forks, and perhaps one for each class. */
    void useForks(String count, boolean fresh) throws MojoExecutionException {
        setField("forkCount", count);
        if (fresh) {
            setField("reuseForks", false);
        }
    }

    /**
     * Surefire prints no lines of classes while they run, unless the user has a reporter of their own for that.
     *
     * @param reporter gets what prints none
     */
    void printNoClassLines(Callable<Object> reporter) throws MojoExecutionException {
        Object own = field("statelessTestsetInfoReporter");
        if (own == null || own.getClass().getName().equals(REPORTER)) {
            try {
                setField("statelessTestsetInfoReporter", reporter.call());
            } catch (Exception e) {
                throw new MojoExecutionException("mp.output=dots does not work with this version of Surefire: " + e, e);
            }
        }
    }

    void useRunOrder(String order) throws MojoExecutionException {
        call(mojo.getClass(), "setRunOrder", String.class, order);
    }

    /** Takes the debugger's arguments away from Surefire's fork; empty if the user does not debug. */
    String takeDebugLine() throws MojoExecutionException {
        String line = (String) call(base, "getEffectiveDebugForkedProcess");
        setField("debugForkedProcess", null);
        return line == null ? "" : line;
    }

    File workingDirectory() throws MojoExecutionException {
        File directory = (File) call(mojo.getClass(), "getWorkingDirectory");
        return directory != null ? directory : (File) call(mojo.getClass(), "getBasedir");
    }

    Map<String, String> environment() throws MojoExecutionException {
        return strings(call(mojo.getClass(), "getEnvironmentVariables"));
    }

    /** From all places that Surefire takes them from, and in its order: the last one holds. */
    Map<String, String> systemProperties() throws MojoExecutionException {
        Map<String, String> all = strings(call(mojo.getClass(), "getSystemProperties"));
        all.putAll(propertiesOfFile((File) call(mojo.getClass(), "getSystemPropertiesFile")));
        all.putAll(strings(call(mojo.getClass(), "getSystemPropertyVariables")));
        if (!Boolean.FALSE.equals(field("promoteUserPropertiesToSystemProperties"))) {
            all.putAll(strings(call(base, "getUserProperties")));
        }
        return all;
    }

    private static Map<String, String> propertiesOfFile(@Nullable File file) {
        Properties properties = new Properties();
        if (file != null) {
            try (InputStream in = Files.newInputStream(file.toPath())) {
                properties.load(in);
            } catch (IOException e) {
                // Surefire tells the user, and goes on without it.
                properties.clear();
            }
        }
        return strings(properties);
    }

    String runOrder() throws MojoExecutionException {
        return Objects.toString(call(mojo.getClass(), "getRunOrder"), "filesystem");
    }

    /**
     * How long the user lets the tests take, 0 for ever; Surefire gets some time more. Its own clock would end the
     * controller at the same moment at which mp ends the workers, and with it what they had reported.
     */
    int takeTimeoutSeconds() throws MojoExecutionException {
        Object seconds = call(mojo.getClass(), "getForkedProcessTimeoutInSeconds");
        if (!(seconds instanceof Integer limit) || limit <= 0) {
            return 0;
        }
        setField("forkedProcessTimeoutInSeconds", limit + SECONDS_FOR_MP_TO_END_THE_RUN);
        return limit;
    }

    /** Whether the user has something done when the fork runs too long, which Surefire from 3.6 on knows. */
    boolean hasTimeoutExtensions() throws MojoExecutionException {
        return field("forkedProcessTimeoutExtensionContext") instanceof Map<?, ?> context && !context.isEmpty();
    }

    void putProperty(String key, String value) throws MojoExecutionException {
        properties().setProperty(key, value);
    }

    /** Has Surefire talk to this instead of to the process that it starts. */
    void setForkNode(Object factory) throws MojoExecutionException {
        setField("forkNode", factory);
    }

    /**
     * Surefire's checksum of the parameters as they are now. By it, Surefire finds the statistics of earlier runs, and
     * leaves out an execution that has the same parameters as one before.
     */
    String checksum() throws MojoExecutionException {
        return (String) call(base, "getConfigChecksum");
    }

    /** Lets Surefire find the statistics that it would find without mp, unless the user named others. */
    void keepStatistics(String checksum) throws MojoExecutionException {
        if (!hasMethod(mojo.getClass(), "getRunOrderStatisticsFileChecksum")) {
            // Older versions of Surefire cannot be told; with them mp has statistics of its own.
            return;
        }
        String own = (String) call(mojo.getClass(), "getRunOrderStatisticsFileChecksum");
        if (own == null || own.isEmpty()) {
            call(mojo.getClass(), "setRunOrderStatisticsFileChecksum", String.class, checksum);
        }
    }

    String parallel() throws MojoExecutionException {
        return Objects.toString(call(mojo.getClass(), "getParallel"), "");
    }

    /**
     * Takes away what is for the stock provider alone. Surefire checks it for a provider such as mp's by the rules of
     * JUnit 4, and fails where those of TestNG are others, or where the stock provider would not look at it.
     */
    void takeParallel() throws MojoExecutionException {
        setField("parallel", null);
    }

    /**
     * What starts the JVM of the tests, by toolchain, jvm parameter or Maven's own.
     *
     * @param executable not always the java of a JDK: it can be a script that starts one
     * @param home the folder of the JDK, if Surefire knows it
     */
    record Jvm(File executable, @Nullable File home) {}

    Jvm jvm() throws MojoExecutionException {
        call(base, "setupStuff");
        Object jvm = call(base, "getEffectiveJvm");
        if (jvm == null) {
            throw new MojoExecutionException("mp: the toolchain has no java; choose another one, or use -Dmp.skip");
        }
        return new Jvm(
                (File) call(jvm.getClass(), jvm, "getJvmExecutable"), (File) call(jvm.getClass(), jvm, "getJdkHome"));
    }

    /** The class of the user's own channel between Maven and the fork; empty for one of Surefire's. */
    Optional<String> foreignForkNode() throws MojoExecutionException {
        Object node = field("forkNode");
        return Optional.ofNullable(node)
                .map(factory -> factory.getClass().getName())
                .filter(name -> !name.startsWith("org.apache.maven.plugin.surefire."));
    }

    /**
     * A provider that stock Surefire would use.
     *
     * @param name its class
     * @param classPath what it needs, as paths
     * @param properties what it is told
     */
    record Provider(String name, List<String> classPath, Map<String, String> properties) {
        /** Whether stock Surefire would run classes in threads; from 3.6 on, engines get what their providers got. */
        boolean hasThreadsForClasses(String parallel) {
            if (parallel.isBlank() || Set.of("none", "methods").contains(parallel)) {
                return false;
            }
            return Set.of(TESTNG_PROVIDER, JUNIT_CORE_PROVIDER).contains(name)
                    || "true".equals(properties.get("junit.vintage.execution.parallel.classes"))
                    || properties.containsKey("testng.parallel");
        }
    }

    /** The providers that stock Surefire would use here; the mojo gets the properties that they are given. */
    List<Provider> stockProviders() throws MojoExecutionException {
        properties();
        // The mojo's own first steps; it takes them again when it runs.
        setField("cli", call(base, "commandLineOptions"));
        call(base, "setupStuff");
        Object testClassPath = testClassPath();
        List<?> providers = (List<?>) call(base, "createProviders", testClassPath.getClass(), testClassPath);
        List<Provider> found = new ArrayList<>();
        for (Object provider : providers) {
            call(provider.getClass(), provider, "addProviderProperties");
            Collection<?> artifacts = (Collection<?>) call(provider.getClass(), provider, "getProviderClasspath");
            found.add(new Provider(
                    (String) call(provider.getClass(), provider, "getProviderName"),
                    artifacts.stream()
                            .map(artifact -> ((Artifact) artifact).getFile().getAbsolutePath())
                            .toList(),
                    strings(properties())));
        }
        return found;
    }

    private Object testClassPath() throws MojoExecutionException {
        String name = "generateTestClasspath";
        // From 3.6.1 on it takes filters, which Surefire leaves empty where it looks for providers.
        return hasMethod(base, name)
                ? call(base, name)
                : call(base, name, ArtifactFilter[].class, new ArtifactFilter[0]);
    }

    private Properties properties() throws MojoExecutionException {
        Properties known = (Properties) field("properties");
        if (known == null) {
            known = new Properties();
            setField("properties", known);
        }
        return known;
    }

    private static Map<String, String> strings(@Nullable Object map) {
        if (!(map instanceof Map<?, ?> values)) {
            return new TreeMap<>();
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString(),
                        (one, other) -> other,
                        TreeMap::new));
    }

    /** Nothing will run: then that is no error, and the summary of an earlier run stays. */
    void leaveNothing(Path summary) throws MojoExecutionException {
        for (String name : List.of("failIfNoTests", "failIfNoSpecifiedTests")) {
            if (findField(name) != null) {
                setField(name, false);
            }
        }
        if (findField("summaryFile") != null) {
            setField("summaryFile", summary.toFile());
        }
    }

    /** Has an execution run nothing; also for versions that mp does not work with. */
    static void skip(Mojo mojo) throws MojoExecutionException {
        new SurefireMojo(mojo, mojo.getClass()).setField("skipTests", true);
    }

    /** Has Failsafe's goal verify look at another summary. */
    static void readSummary(Mojo mojo, Path summary) throws MojoExecutionException {
        new SurefireMojo(mojo, mojo.getClass()).setField("summaryFile", summary.toFile());
    }

    /**
     * Runs some classes to their end, whatever fails and however the POM selects tests.
     *
     * @param classes full names with commas; empty for those that the POM selects
     */
    void useSequence(String classes, Path reports, Path summary) throws MojoExecutionException {
        if (!classes.isEmpty()) {
            setField("test", classes);
        }
        if (STATISTICAL_ORDERS.contains(runOrder().toLowerCase(Locale.ROOT))) {
            // It would change the statistics.
            useRunOrder("filesystem");
        }
        setField("skipAfterFailureCount", 0);
        setField("rerunFailingTestsCount", 0);
        setField("reportsDirectory", reports.toFile());
        leaveNothing(summary);
    }

    private @Nullable Object field(String name) throws MojoExecutionException {
        Field field = findField(name);
        if (field == null) {
            return null;
        }
        try {
            return field.get(mojo);
        } catch (IllegalAccessException e) {
            throw unknown(name, e);
        }
    }

    private void setField(String name, @Nullable Object value) throws MojoExecutionException {
        Field field = findField(name);
        if (field == null) {
            throw unknown(name, null);
        }
        try {
            field.set(mojo, value);
        } catch (IllegalAccessException e) {
            throw unknown(name, e);
        }
    }

    private @Nullable Field findField(String name) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                // Perhaps it is one class higher.
            }
        }
        return null;
    }

    private Object call(Class<?> from, String name, Object... typesAndValues) throws MojoExecutionException {
        return call(from, mojo, name, typesAndValues);
    }

    /** Calls a method of a class or its ancestors; arguments come as a type and a value each. */
    @SuppressWarnings("NullAway") // The callers know which of these methods answer null.
    private Object call(Class<?> from, Object target, String name, Object... typesAndValues)
            throws MojoExecutionException {
        Class<?>[] types = new Class<?>[typesAndValues.length / 2];
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = (Class<?>) typesAndValues[2 * i];
            values[i] = typesAndValues[2 * i + 1];
        }
        try {
            return findMethod(from, name, types).invoke(target, values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof MojoExecutionException known) {
                throw known;
            }
            throw new MojoExecutionException(String.valueOf(cause.getMessage()), cause);
        } catch (IllegalAccessException e) {
            throw unknown(name, e);
        }
    }

    private static boolean hasMethod(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
    }

    private Method findMethod(Class<?> from, String name, Class<?>[] types) throws MojoExecutionException {
        for (Class<?> type = from; type != null; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod(name, types);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException e) {
                // Perhaps it is one class higher.
            }
        }
        throw unknown(name, null);
    }

    private MojoExecutionException unknown(String name, @Nullable Exception cause) {
        return new MojoExecutionException(
                "mp cannot hand over to this version of Surefire: "
                        + mojo.getClass().getName() + " has no usable " + name
                        + ". Use a version that mp was tested with (3.2.5, 3.5.6, 3.6.1), or -Dmp.skip.",
                cause);
    }
}

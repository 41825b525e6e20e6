import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.maven.Maven;
import org.apache.maven.cli.MavenCli;
import org.apache.maven.eventspy.AbstractEventSpy;
import org.apache.maven.eventspy.EventSpy;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.codehaus.plexus.PlexusContainer;

/**
 * Several builds in one JVM and in one container, as a Maven daemon runs them: class loaders of plugins, and with them
 * static fields and components, live on from one to the next.
 *
 * <p>Arguments: the options of all builds, then {@code --}, then the variant and the np of each, as in {@code mp=2}.
 */
public final class TwoBuilds extends MavenCli {
    private final List<String> builds;
    private PlexusContainer container;
    private MavenExecutionRequest first;

    private TwoBuilds(List<String> builds) {
        this.builds = builds;
    }

    public static void main(String[] args) {
        List<String> all = Arrays.asList(args);
        int end = all.indexOf("--");
        List<String> builds = all.subList(end + 1, all.size());
        String folder = Path.of("").toAbsolutePath().toString();
        System.setProperty(MULTIMODULE_PROJECT_DIRECTORY, folder);
        String[] line = new String[end + 2];
        System.arraycopy(args, 0, line, 0, end);
        line[end] = "-Dvariant=" + variant(builds.get(0));
        line[end + 1] = "-Dmp.np=" + np(builds.get(0));
        System.exit(new TwoBuilds(builds).doMain(line, folder, System.out, System.err));
    }

    @Override
    protected void customizeContainer(PlexusContainer created) {
        container = created;
        created.addComponent(
                new AbstractEventSpy() {
                    @Override
                    public void onEvent(Object event) throws Exception {
                        if (event instanceof MavenExecutionRequest request && first == null) {
                            first = request;
                        }
                        // That of the first build; the others do not come from the command line.
                        if (event instanceof MavenExecutionResult) {
                            ended(builds.get(0));
                            for (String build : builds.subList(1, builds.size())) {
                                build(build);
                            }
                        }
                    }
                },
                EventSpy.class,
                "two-builds");
    }

    private void build(String build) throws Exception {
        MavenExecutionRequest next = DefaultMavenExecutionRequest.copy(first);
        Properties properties = new Properties();
        properties.putAll(first.getUserProperties());
        properties.setProperty("variant", variant(build));
        properties.setProperty("mp.np", np(build));
        next.setUserProperties(properties);
        System.out.println("Scanning for projects");
        MavenExecutionResult result = container.lookup(Maven.class).execute(next);
        if (result.hasExceptions()) {
            throw new IllegalStateException(build + " failed", result.getExceptions().get(0));
        }
        ended(build);
    }

    /** Threads end a moment after what they waited for was closed. */
    private static void ended(String build) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!threads().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        System.out.println(build + " ended, threads that stay: " + threads());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("mp"))
                .toList();
    }

    private static String variant(String build) {
        return build.substring(0, build.indexOf('='));
    }

    private static String np(String build) {
        return build.substring(build.indexOf('=') + 1);
    }
}

package io.github.surefiremp.plugin;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.queue.QueueAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the user says of a queue for several machines. */
final class QueueOptions {
    private static final String USER = "MP_QUEUE_USER";
    private static final String PASSWORD = "MP_QUEUE_PASSWORD";
    private static final List<String> FALLBACKS = List.of("fail", "shard");

    /** How long a machine may be silent, and a server away; only tests set them. */
    static final String LEASE_MILLIS = "mp.queue.internal.leaseMillis";

    private static final String PATIENCE_MILLIS = "mp.queue.internal.patienceMillis";
    static final String LEASE = "15000";
    private static final String PATIENCE = "60000";

    private QueueOptions() {}

    /**
     * Takes user and password out of {@code -Dmp.queue}, because Surefire makes system properties of the tests of what the
     * command line has, and writes those into its reports.
     *
     * @return the whole value, empty if there is none to keep
     */
    static Optional<String> hideSecrets(Properties command) {
        String url = command.getProperty(Setting.QUEUE.property());
        if (url == null || url.equals(QueueAddress.withoutSecrets(url))) {
            return Optional.empty();
        }
        command.setProperty(Setting.QUEUE.property(), QueueAddress.withoutSecrets(url));
        return Optional.of(url);
    }

    /** Looks at what the user wrote, before anything is built. */
    static void check(Settings settings, @Nullable String whole) throws SettingException {
        if (address(settings, whole).isPresent()) {
            build(settings);
        }
        settings.word(Setting.QUEUE_FALLBACK, FALLBACKS);
    }

    /** Whether there is a queue, and shards are for when its server cannot be reached. */
    static boolean fallsBackToShards(Settings settings) throws SettingException {
        return settings.get(Setting.QUEUE)
                        .filter(given -> !given.text().isBlank())
                        .isPresent()
                && settings.word(Setting.QUEUE_FALLBACK, FALLBACKS).equals("shard");
    }

    /**
     * What the controller is told.
     *
     * @param whole the value of {@code -Dmp.queue} with its secrets, null if it has none
     */
    static Handoff.Queue of(
            MavenSession session,
            MavenProject project,
            Settings settings,
            @Nullable String whole,
            RepositorySystem repositories)
            throws SettingException, IOException {
        Optional<QueueAddress> found = address(settings, whole);
        if (found.isEmpty()) {
            return Handoff.Queue.NONE;
        }
        QueueAddress address = found.get();
        Properties command = session.getUserProperties();
        return new Handoff.Queue(
                address.toString(),
                address.user(),
                address.password(),
                build(settings),
                settings.word(Setting.QUEUE_FALLBACK, FALLBACKS).equals("shard"),
                Names.version(),
                Long.parseLong(command.getProperty(LEASE_MILLIS, LEASE)),
                Long.parseLong(command.getProperty(PATIENCE_MILLIS, PATIENCE)),
                RedisArtifacts.resolve(
                        repositories, session.getRepositorySession(), project.getRemotePluginRepositories()));
    }

    private static Optional<QueueAddress> address(Settings settings, @Nullable String whole) throws SettingException {
        Optional<Settings.Value> value =
                settings.get(Setting.QUEUE).filter(given -> !given.text().isBlank());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = whole != null && value.get().origin().startsWith("-D")
                ? whole
                : value.get().text();
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    value.get().origin() + "=" + QueueAddress.withoutSecrets(text) + ": " + e.getMessage());
        }
    }

    /** Of a URL with or without secrets, and of the environment. */
    static QueueAddress parse(String url) {
        return QueueAddress.parse(url, environment(USER), environment(PASSWORD));
    }

    private static String build(Settings settings) throws SettingException {
        String build =
                settings.get(Setting.BUILD).map(Settings.Value::text).orElse("").trim();
        if (build.isEmpty()) {
            throw new SettingException("mp.queue needs mp.build, which all machines of one build share and no other"
                    + " build has; in CI, the number of the pipeline's run: -Dmp.build=…");
        }
        if (build.contains("{") || build.contains("}")) {
            throw new SettingException("mp.build=" + build + " must not have braces");
        }
        return build;
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}

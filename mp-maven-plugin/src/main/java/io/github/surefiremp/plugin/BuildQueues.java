package io.github.surefiremp.plugin;

import io.github.surefiremp.queue.LoadedServers;
import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueKey;
import io.github.surefiremp.queue.QueueServer;
import io.github.surefiremp.queue.QueueServers;
import io.github.surefiremp.queue.QueueState;
import io.github.surefiremp.queue.QueueSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;

/** What a queue's server knows of a build, for one that takes no part in it. */
public final class BuildQueues {
    private BuildQueues() {}

    /**
     * Asks the server.
     *
     * @param queue its address, as the user gave it
     * @param build the name of the build
     * @return a summary for each module and execution; one with a problem if there is none
     * @throws MojoExecutionException if it cannot be asked
     */
    public static List<QueueSummary> of(MavenSession session, RepositorySystem repositories, String queue, String build)
            throws MojoExecutionException {
        if (build.isEmpty()) {
            throw new MojoExecutionException(
                    "mp.queue needs mp.build, the name of the build whose result is wanted: -Dmp.build=…");
        }
        String whole = MpSession.of(session).queueUrl();
        String url = whole != null && QueueAddress.withoutSecrets(whole).equals(queue) ? whole : queue;
        long lease =
                Long.parseLong(session.getUserProperties().getProperty(QueueOptions.LEASE_MILLIS, QueueOptions.LEASE));
        try {
            QueueAddress address = QueueOptions.parse(url);
            List<String> jars = RedisArtifacts.resolve(
                    repositories,
                    session.getRepositorySession(),
                    session.getCurrentProject().getRemotePluginRepositories());
            try (LoadedServers loaded = LoadedServers.of(jars)) {
                return summaries(loaded.servers(), address, build, lease);
            }
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("mp.queue=" + QueueAddress.withoutSecrets(url) + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "the queue server of mp.queue=" + QueueAddress.withoutSecrets(url) + " cannot be asked: "
                            + e.getMessage(),
                    e);
        }
    }

    static List<QueueSummary> summaries(QueueServers servers, QueueAddress address, String build, long lease)
            throws IOException {
        List<QueueSummary> found = new ArrayList<>();
        for (QueueKey key : servers.queues(address, build)) {
            try (QueueServer server = servers.observe(address, key, lease)) {
                Optional<QueueState> state = server.state();
                found.add(
                        state.isPresent()
                                ? QueueSummary.of(key, state.get())
                                : new QueueSummary(
                                        List.of(),
                                        List.of(key.module() + " " + key.execution()
                                                + ": the server has lost this queue")));
            }
        }
        return found.isEmpty()
                ? List.of(new QueueSummary(
                        List.of(),
                        List.of("the server knows nothing of build " + build
                                + ": no machine has begun it, or it is more than 24 hours old")))
                : found;
    }
}

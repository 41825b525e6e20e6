package io.github.surefiremp.plugin;

import java.io.IOException;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Finds what connects to a queue server; who sets no mp.queue never downloads it. */
final class RedisArtifacts {
    private static final String REDIS = "mp-redis";

    private RedisArtifacts() {}

    /** Paths of its jars. */
    static List<String> resolve(
            RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remote)
            throws IOException {
        CollectRequest collect = new CollectRequest();
        collect.setRoot(new Dependency(new DefaultArtifact(Names.GROUP, REDIS, "jar", Names.version()), "runtime"));
        collect.setRepositories(remote);
        try {
            return repositories
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().getAbsolutePath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IOException(
                    "mp.queue needs " + Names.GROUP + ":" + REDIS + ", which was not found: " + e.getMessage(), e);
        }
    }
}

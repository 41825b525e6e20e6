package io.github.surefiremp.plugin.merge;

import io.github.surefiremp.plugin.BuildQueues;
import io.github.surefiremp.plugin.goal.MpGoal;
import io.github.surefiremp.queue.QueueSummary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what shards left: proves from their manifests that each planned unit ran exactly once, merges reports,
 * history and run.jsonl, and fails if a proof is missing or a test failed. With {@code mp.queue} it tells what the
 * queue's server knows of the build instead, and fails if a unit has no result or a test failed.
 */
@Mojo(name = "merge", aggregator = true, requiresProject = false, threadSafe = true)
public final class MergeMojo extends MpGoal {
    /** The folders of the shards, separated by commas. In each are the modules' folders as in the checkout. */
    @Parameter(property = "mp.merge.from")
    private @Nullable String from;

    /** Where the result goes; the modules' folders are below it. Default: the folder in which Maven was started. */
    @Parameter(property = "mp.merge.to")
    private @Nullable File to;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Component
    private RepositorySystem repositories;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        String queue = queue();
        // A project whose POM has a queue may have fallen back to shards.
        if (queue == null || from != null) {
            mergeShards();
        } else {
            tellOfQueue(queue);
        }
    }

    private void tellOfQueue(String queue) throws MojoExecutionException, MojoFailureException {
        List<String> problems = new ArrayList<>();
        for (QueueSummary summary : BuildQueues.of(session, repositories, queue, build())) {
            summary.lines().forEach(line -> getLog().info("mp: " + line));
            problems.addAll(summary.problems());
        }
        problems.forEach(problem -> getLog().error("mp: " + problem));
        if (!problems.isEmpty()) {
            throw new MojoFailureException("build " + build() + " is no success: " + String.join("; ", problems));
        }
        getLog().info("mp: build " + build() + " is complete, and no test failed");
    }

    private void mergeShards() throws MojoExecutionException, MojoFailureException {
        Path base = Path.of(session.getExecutionRootDirectory());
        List<Path> folders = from == null
                ? List.of()
                : Arrays.stream(from.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(base::resolve)
                        .toList();
        if (folders.isEmpty()) {
            throw new MojoExecutionException("mp.merge.from is missing: name the folders of all shards, separated by"
                    + " commas; for example -Dmp.merge.from=shard-0,shard-1,shard-2. For the result of a queue set mp.queue"
                    + " and mp.build");
        }
        Path result = to == null ? base : base.resolve(to.toPath());
        List<String> problems = new ArrayList<>();
        try {
            ShardFolders found = ShardFolders.in(folders);
            problems.addAll(found.problems());
            Merging merging = new Merging(result, getLog()::warn);
            found.all().forEach(merging::add);
            Totals totals = merging.write();
            getLog().info("mp: merged " + found.shards() + " into " + result + ": " + totals);
            totals.flakes().forEach(name -> getLog().warn("mp: flake: " + name));
            totals.failed().forEach(name -> getLog().error("mp: failed: " + name));
            if (totals.tests() == 0 && problems.isEmpty() && found.hasUnits()) {
                problems.add("units ran, but no report of a test was found beside the manifests");
            }
            problems.forEach(problem -> getLog().error("mp: " + problem));
            if (!problems.isEmpty()) {
                throw new MojoFailureException(
                        "mp:merge cannot prove that all tests ran exactly once: " + String.join("; ", problems));
            }
            if (!totals.failed().isEmpty()) {
                throw new MojoFailureException(
                        "there are test failures on the shards: " + String.join(", ", totals.failed()));
            }
            getLog().info("mp: each planned unit ran exactly once");
        } catch (IOException e) {
            throw new MojoExecutionException("mp:merge cannot go on: " + e.getMessage(), e);
        }
    }
}

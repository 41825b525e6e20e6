package io.github.surefiremp.plugin.standby;

import io.github.surefiremp.model.Liveness;
import io.github.surefiremp.plugin.goal.MpGoal;
import io.github.surefiremp.plugin.report.RunningRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Tells what each worker of this project's running builds runs now, and lists the user's standby JVMs of all projects. */
@Mojo(name = "status", aggregator = true, requiresProject = false, threadSafe = true)
public final class StatusMojo extends MpGoal {
    /** First wait until all are warm; only tests and measurements set it. */
    private static final String AWAIT = "mp.standby.internal.await";

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
        tellRuns();
        try {
            StandbyJvms jvms = new StandbyJvms(StandbyPlace.of(session.getUserProperties()));
            if (Boolean.parseBoolean(session.getUserProperties().getProperty(AWAIT))) {
                jvms.awaitWarm();
            }
            List<String> lines = jvms.describe();
            getLog().info(lines.isEmpty() ? "mp: no standby JVMs" : "mp: standby JVMs: " + lines.size());
            lines.forEach(line -> getLog().info("  " + line));
        } catch (IOException e) {
            throw new MojoExecutionException("mp cannot look for standby JVMs: " + e.getMessage(), e);
        }
    }

    private void tellRuns() {
        List<String> runs = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            Path file = Path.of(project.getBuild().getDirectory(), "mp", "run.jsonl");
            if (Files.isRegularFile(file)) {
                try {
                    runs.addAll(RunningRuns.describe(file, System.currentTimeMillis(), Liveness::isRunning));
                } catch (IOException e) {
                    getLog().warn("mp cannot read " + file + ": " + e);
                }
            }
        }
        getLog().info(runs.isEmpty() ? "mp: no tests run here" : "mp: running tests:");
        runs.forEach(line -> getLog().info("  " + line));
    }
}

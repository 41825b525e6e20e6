package io.github.surefiremp.plugin.standby;

import io.github.surefiremp.plugin.goal.MpGoal;
import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the user's standby JVMs, those of all projects. */
@Mojo(name = "status", aggregator = true, requiresProject = false, threadSafe = true)
public final class StatusMojo extends MpGoal {
    /** First wait until all are warm; only tests and measurements set it. */
    private static final String AWAIT = "mp.standby.internal.await";

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
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
}

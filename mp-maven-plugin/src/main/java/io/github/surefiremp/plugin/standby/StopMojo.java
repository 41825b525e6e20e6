package io.github.surefiremp.plugin.standby;

import io.github.surefiremp.plugin.goal.MpGoal;
import java.io.IOException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Ends the user's standby JVMs, those of all projects. Builds that run are not touched. */
@Mojo(name = "stop", aggregator = true, requiresProject = false, threadSafe = true)
public final class StopMojo extends MpGoal {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            int ended = new StandbyJvms(StandbyPlace.of(session.getUserProperties())).stop();
            getLog().info(ended == 0 ? "mp: no standby JVMs" : "mp: standby JVMs ended: " + ended);
        } catch (IOException e) {
            throw new MojoExecutionException("mp cannot end standby JVMs: " + e.getMessage(), e);
        }
    }
}

package io.github.surefiremp.plugin;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.plugin.standby.StandbyPlace;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What a controller is told of standby JVMs. */
final class StandbyOptions {
    /** How long one waits; only tests set it. */
    private static final String IDLE_MILLIS = "mp.standby.internal.idleMillis";

    private static final long IDLE = TimeUnit.MINUTES.toMillis(10);

    private StandbyOptions() {}

    static Handoff.Standby of(MavenSession session, MavenProject project, Settings settings, int np)
            throws SettingException {
        String idle = session.getUserProperties().getProperty(IDLE_MILLIS);
        return new Handoff.Standby(
                settings.standby(np),
                StandbyPlace.of(session.getUserProperties()),
                root(session),
                project.getBasedir().toPath().toAbsolutePath(),
                idle == null ? IDLE : Long.parseLong(idle));
    }

    private static Path root(MavenSession session) {
        File folder = session.getRequest().getMultiModuleProjectDirectory();
        return (folder == null ? session.getTopLevelProject().getBasedir() : folder)
                .toPath()
                .toAbsolutePath()
                .normalize();
    }
}

package io.github.surefiremp.plugin;

import java.util.List;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Joins mp to Surefire and Failsafe before anything is built: in each module that declares mp their plugins get
 * mp-provider as a dependency. Whether it is used is decided for each execution, by {@link MpMojoListener}.
 */
public final class MpLifecycle extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        MpSession own = MpSession.of(session);
        for (MavenProject project : session.getProjects()) {
            if (!MpProject.isDeclaredIn(project, session)) {
                continue;
            }
            try {
                Settings settings = MpProject.settings(session, project);
                WorkerCount.check(settings);
                settings.standby(0);
                settings.flag(Setting.CLASS_ARCHIVE);
                StaffingProperty.check(session.getUserProperties(), project.getProperties());
                own.keep(MpProject.history(settings, project));
            } catch (SettingException e) {
                throw new MavenExecutionException(
                        "mp in " + project.getId() + ": " + e.getMessage(), project.getFile());
            }
            for (String key : List.of(Names.SUREFIRE_KEY, Names.FAILSAFE_KEY)) {
                Plugin plugin = project.getPlugin(key);
                if (plugin != null && SurefireVersion.isSupported(plugin.getVersion())) {
                    addOnce(plugin, provider());
                }
            }
        }
    }

    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        MpSession own = MpSession.of(session);
        List<String> problems;
        try {
            problems = own.endFixtures();
        } finally {
            own.close();
        }
        own.keepStandby();
        own.makeArchives();
        if (!problems.isEmpty()) {
            throw new MavenExecutionException("mp: " + String.join("\n", problems), (Throwable) null);
        }
    }

    /** Once: an IDE keeps the projects that it has read, and reads them with us more than once. */
    static void addOnce(Plugin plugin, Dependency provider) {
        if (plugin.getDependencies().stream()
                .noneMatch(known -> known.getManagementKey().equals(provider.getManagementKey()))) {
            plugin.addDependency(provider);
        }
    }

    private static Dependency provider() {
        Dependency provider = new Dependency();
        provider.setGroupId(Names.GROUP);
        provider.setArtifactId(Names.PROVIDER);
        provider.setVersion(Names.version());
        return provider;
    }
}

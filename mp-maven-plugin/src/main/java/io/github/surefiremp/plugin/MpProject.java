package io.github.surefiremp.plugin;

import io.github.surefiremp.plugin.verify.Switches;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a module says of mp in its POM. */
final class MpProject {
    private MpProject() {}

    /** Whether the module declares mp as an extension, or mp:verify has it run as if it did. */
    static boolean isDeclaredIn(MavenProject project, MavenSession session) {
        if (Switches.of(session.getUserProperties()).everywhere()) {
            return true;
        }
        Plugin plugin = project.getPlugin(Names.PLUGIN_KEY);
        return plugin != null && plugin.isExtensions();
    }

    static Settings settings(MavenSession session, MavenProject project) throws SettingException {
        Map<String, String> configuration = new LinkedHashMap<>();
        Plugin plugin = project.getPlugin(Names.PLUGIN_KEY);
        if (plugin != null && plugin.getConfiguration() instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                configuration.put(child.getName(), child.getValue() == null ? "" : child.getValue());
            }
        }
        Optional<Settings> few = BisectMode.settings(session, configuration, project.getProperties());
        return few.isPresent()
                ? few.get()
                : new Settings(session.getUserProperties(), configuration, project.getProperties());
    }

    /** Where mp keeps its files of the module. */
    static Path folder(MavenProject project) {
        return Path.of(project.getBuild().getDirectory()).resolve("mp");
    }

    static Path history(Settings settings, MavenProject project) {
        return settings.get(Setting.HISTORY)
                .map(value -> project.getBasedir().toPath().resolve(value.text()))
                .orElseGet(() -> folder(project).resolve("history.tsv"));
    }
}

package io.github.surefiremp.plugin.history;

import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Where a module's history is, by the rules of all settings; also where the module does not declare mp. */
final class HistoryPlace {
    private static final String PROPERTY = "mp.history";
    private static final String PLUGIN_KEY = "io.github.surefiremp:mp-maven-plugin";

    private HistoryPlace() {}

    static Path of(MavenSession session, MavenProject project) {
        String path = session.getUserProperties().getProperty(PROPERTY);
        Plugin plugin = project.getPlugin(PLUGIN_KEY);
        if (path == null && plugin != null && plugin.getConfiguration() instanceof Xpp3Dom dom) {
            Xpp3Dom child = dom.getChild("history");
            path = child == null ? null : child.getValue();
        }
        if (path == null) {
            path = project.getProperties().getProperty(PROPERTY);
        }
        return path == null
                ? Path.of(project.getBuild().getDirectory()).resolve("mp").resolve("history.tsv")
                : project.getBasedir().toPath().resolve(path);
    }
}

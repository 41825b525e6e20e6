package io.github.surefiremp.plugin.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Finds the folders of all modules into which Surefire and Failsafe write, from the effective POMs. */
final class ReportFolders {
    private static final List<String> PLUGINS = List.of("surefire", "failsafe");

    private ReportFolders() {}

    static List<ReportFolder> of(List<MavenProject> projects) {
        Map<String, Integer> names = new HashMap<>();
        projects.forEach(project -> names.merge(project.getArtifactId(), 1, Integer::sum));
        Map<Path, ReportFolder> folders = new LinkedHashMap<>();
        for (MavenProject project : projects) {
            String module = names.getOrDefault(project.getArtifactId(), 1) == 1
                    ? project.getArtifactId()
                    : project.getGroupId() + "." + project.getArtifactId();
            Path build = Path.of(project.getBuild().getDirectory());
            for (String plugin : PLUGINS) {
                List<Path> paths = new ArrayList<>();
                paths.add(build.resolve(plugin + "-reports"));
                String key = "org.apache.maven.plugins:maven-" + plugin + "-plugin";
                configurations(project.getPlugin(key)).forEach(configuration -> {
                    add(project, configuration, "reportsDirectory", paths);
                    List<Path> summaries = new ArrayList<>();
                    add(project, configuration, "summaryFile", summaries);
                    summaries.forEach(summary -> paths.add(summary.resolveSibling("")));
                });
                for (Path path : paths) {
                    Path normal = path.toAbsolutePath().normalize();
                    folders.putIfAbsent(normal, new ReportFolder(module, name(build, normal), normal));
                }
            }
        }
        return List.copyOf(folders.values());
    }

    private static List<Xpp3Dom> configurations(@Nullable Plugin plugin) {
        List<Xpp3Dom> found = new ArrayList<>();
        if (plugin != null) {
            addIfDom(plugin.getConfiguration(), found);
            for (PluginExecution execution : plugin.getExecutions()) {
                addIfDom(execution.getConfiguration(), found);
            }
        }
        return found;
    }

    private static void addIfDom(@Nullable Object configuration, List<Xpp3Dom> to) {
        if (configuration instanceof Xpp3Dom dom) {
            to.add(dom);
        }
    }

    private static void add(MavenProject project, Xpp3Dom configuration, String element, List<Path> to) {
        Xpp3Dom child = configuration.getChild(element);
        if (child != null && child.getValue() != null) {
            to.add(project.getBasedir().toPath().resolve(child.getValue().strip()));
        }
    }

    private static String name(Path build, Path folder) {
        Path normal = build.toAbsolutePath().normalize();
        return folder.startsWith(normal)
                ? normal.relativize(folder).toString()
                : String.valueOf(normal.resolveSibling("").relativize(folder));
    }
}

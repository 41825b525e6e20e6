package io.github.surefiremp.plugin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class ReportFoldersTest {
    @Test
    void takesTheDefaultsOfBothPlugins() {
        assertThat(ReportFolders.of(List.of(project("g", "a"))))
                .containsExactly(
                        new ReportFolder("a", "surefire-reports", Path.of("/a/target/surefire-reports")),
                        new ReportFolder("a", "failsafe-reports", Path.of("/a/target/failsafe-reports")));
    }

    @Test
    void takesTheFoldersOfAllExecutions() {
        MavenProject project = project("g", "a");
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.apache.maven.plugins");
        plugin.setArtifactId("maven-failsafe-plugin");
        plugin.setConfiguration(configuration("summaryFile", "/a/target/sums/it.xml"));
        for (String folder : List.of("/a/target/one", "two/..//three", "/elsewhere")) {
            PluginExecution execution = new PluginExecution();
            execution.setId(folder);
            execution.setConfiguration(configuration("reportsDirectory", folder));
            plugin.addExecution(execution);
        }
        project.getBuild().addPlugin(plugin);
        assertThat(ReportFolders.of(List.of(project)))
                .extracting(ReportFolder::name, folder -> folder.path().toString())
                .extracting(Object::toString)
                .containsExactly(
                        "(\"surefire-reports\", \"/a/target/surefire-reports\")",
                        "(\"failsafe-reports\", \"/a/target/failsafe-reports\")",
                        "(\"sums\", \"/a/target/sums\")",
                        "(\"one\", \"/a/target/one\")",
                        "(\"three\", \"/a/three\")",
                        "(\"../elsewhere\", \"/elsewhere\")");
    }

    @Test
    void modulesOfTheSameNameAreToldApart() {
        assertThat(ReportFolders.of(List.of(project("g", "a"), projectIn("h", "a", "/b"))))
                .extracting(ReportFolder::module)
                .containsExactly("g.a", "g.a", "h.a", "h.a");
    }

    @Test
    void aSharedFolderIsReadOnce() {
        assertThat(ReportFolders.of(List.of(project("g", "a"), projectIn("g", "b", "/a"))))
                .extracting(ReportFolder::module)
                .containsExactly("a", "a");
    }

    private static MavenProject project(String group, String artifact) {
        return projectIn(group, artifact, "/" + artifact);
    }

    private static MavenProject projectIn(String group, String artifact, String folder) {
        Model model = new Model();
        model.setGroupId(group);
        model.setArtifactId(artifact);
        model.setVersion("1");
        model.setBuild(new Build());
        model.getBuild().setDirectory(folder + "/target");
        MavenProject project = new MavenProject(model);
        project.setFile(new File(folder, "pom.xml"));
        return project;
    }

    private static Xpp3Dom configuration(String element, String value) {
        Xpp3Dom dom = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(element);
        child.setValue(value);
        dom.addChild(child);
        return dom;
    }
}

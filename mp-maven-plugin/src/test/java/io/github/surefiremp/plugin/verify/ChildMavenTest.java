package io.github.surefiremp.plugin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildMavenTest {
    private final MavenExecutionRequest from = new DefaultMavenExecutionRequest();

    @TempDir
    Path folder;

    @Test
    void runsAllModulesWithoutQuestions() {
        InvocationRequest to = request();
        assertThat(to.getReactorFailureBehavior()).isEqualTo(InvocationRequest.ReactorFailureBehavior.FailAtEnd);
        assertThat(to.isBatchMode()).isTrue();
        assertThat(to.getGoals()).containsExactly("clean", "verify");
        assertThat(to.getProperties()).containsEntry("a", "b");
        assertThat(to.isOffline()).isFalse();
        assertThat(to.getThreads()).isNull();
        assertThat(to.getProfiles()).isEmpty();
        // An empty list would become an empty -pl.
        assertThat(to.getProjects()).isNull();
        assertThat(to.getShellEnvironments()).containsEntry("MAVEN_ARGS", "");
    }

    @Test
    void hasTheSameOptions() throws Exception {
        File settings = Files.createFile(folder.resolve("settings.xml")).toFile();
        File pom = folder.resolve("other-pom.xml").toFile();
        from.setPom(pom);
        from.setUserSettingsFile(settings);
        from.setGlobalSettingsFile(new File(home(), "conf/settings.xml"));
        from.setUserToolchainsFile(folder.resolve("none.xml").toFile());
        from.setLocalRepositoryPath(folder.toFile());
        from.setOffline(true);
        from.setUpdateSnapshots(true);
        from.setDegreeOfConcurrency(3);
        from.setActiveProfiles(List.of("on"));
        from.setInactiveProfiles(List.of("off"));
        from.setSelectedProjects(List.of("web"));
        from.setExcludedProjects(List.of("docs"));
        from.setMakeBehavior(MavenExecutionRequest.REACTOR_MAKE_UPSTREAM);
        from.setResumeFrom(":web");
        from.setRecursive(false);

        InvocationRequest to = request();
        assertThat(to.getPomFile()).isEqualTo(pom);
        assertThat(to.getBaseDirectory()).isEqualTo(folder.toFile());
        assertThat(to.getUserSettingsFile()).isEqualTo(settings);
        assertThat(to.getGlobalSettingsFile()).isNull();
        assertThat(to.getToolchainsFile()).isNull();
        assertThat(to.getLocalRepositoryDirectory(null)).isEqualTo(folder.toFile());
        assertThat(to.isOffline()).isTrue();
        assertThat(to.isUpdateSnapshots()).isTrue();
        assertThat(to.getThreads()).isEqualTo("3");
        assertThat(to.getProfiles()).containsExactly("on", "!off");
        assertThat(to.getProjects()).containsExactly("web", "!docs");
        assertThat(to.isAlsoMake()).isTrue();
        assertThat(to.isAlsoMakeDependents()).isFalse();
        assertThat(to.getResumeFrom()).isEqualTo(":web");
        assertThat(to.isRecursive()).isFalse();
    }

    @Test
    void keepsGlobalSettingsOfTheUsers() throws Exception {
        File settings = Files.createFile(folder.resolve("global.xml")).toFile();
        from.setGlobalSettingsFile(settings);
        from.setMakeBehavior(MavenExecutionRequest.REACTOR_MAKE_BOTH);
        InvocationRequest to = request();
        assertThat(to.getGlobalSettingsFile()).isEqualTo(settings);
        assertThat(to.isAlsoMake() && to.isAlsoMakeDependents()).isTrue();
    }

    private File home() {
        return folder.resolve("maven").toFile();
    }

    private InvocationRequest request() {
        from.setBaseDirectory(folder.toFile());
        Properties properties = new Properties();
        properties.setProperty("a", "b");
        return ChildMaven.request(from, home(), List.of("clean", "verify"), properties);
    }
}

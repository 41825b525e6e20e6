package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.junit.jupiter.api.Test;

class MpLifecycleTest {
    @Test
    void aPluginThatIsReadTwiceHasTheProviderOnce() {
        Plugin surefire = new Plugin();
        surefire.addDependency(dependency("reporter"));

        MpLifecycle.addOnce(surefire, dependency("mp-provider"));
        MpLifecycle.addOnce(surefire, dependency("mp-provider"));

        assertThat(surefire.getDependencies())
                .extracting(Dependency::getArtifactId)
                .containsExactly("reporter", "mp-provider");
    }

    private static Dependency dependency(String artifact) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("org.example");
        dependency.setArtifactId(artifact);
        return dependency;
    }
}

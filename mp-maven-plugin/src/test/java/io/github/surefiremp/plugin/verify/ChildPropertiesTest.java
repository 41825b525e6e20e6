package io.github.surefiremp.plugin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChildPropertiesTest {
    private static final Path NOTES = Path.of("/tmp/notes");
    private static final Optional<List<Path>> JARS = Optional.of(List.of(Path.of("/a.jar"), Path.of("/b.jar")));

    @Test
    void stockSurefireRunsWithoutMpAndWithoutAnyExtension() {
        Properties user = properties("mp.np", "4", "mp.numProcesses", "4", "mp.skip", "false", "my.own", "1");
        for (RunKind kind : List.of(RunKind.STOCK, RunKind.AGAIN)) {
            assertThat(of(user, JARS, kind)).isEqualTo(properties("mp.np", "0", "my.own", "1"));
        }
    }

    @Test
    void mpRunsWithTheUsersSettings() {
        Properties user = properties("mp.np", "4", "mp.freshJvm", "true", "mp.verify.goals", "test", "my.own", "1");
        assertThat(of(user, Optional.empty(), RunKind.MP))
                .isEqualTo(properties(
                        "mp.np",
                        "4",
                        "mp.freshJvm",
                        "true",
                        "my.own",
                        "1",
                        Switches.NOTES,
                        "/tmp/notes",
                        "mp.staffing",
                        "all"));
    }

    @Test
    void mpRunsWithAllWorkersUnlessTheUserSaysOtherwise() {
        assertThat(of(properties("mp.staffing", "auto"), Optional.empty(), RunKind.MP))
                .containsEntry("mp.staffing", "auto");
        assertThat(of(properties(), Optional.empty(), RunKind.STOCK)).doesNotContainKey("mp.staffing");
    }

    @Test
    void mpComesAsAnExtensionWhereNoModuleDeclaresIt() {
        String separator = File.pathSeparator;
        assertThat(of(properties(), JARS, RunKind.MP))
                .isEqualTo(properties(
                        Switches.NOTES,
                        "/tmp/notes",
                        Switches.EVERYWHERE,
                        "true",
                        "mp.staffing",
                        "all",
                        "maven.ext.class.path",
                        "/a.jar" + separator + "/b.jar"));
        assertThat(of(properties("maven.ext.class.path", "/own.jar"), JARS, RunKind.MP))
                .containsEntry("maven.ext.class.path", "/own.jar" + separator + "/a.jar" + separator + "/b.jar");
    }

    @Test
    void stockSurefireIsChangedThroughTheExtension() {
        Properties forks = of(properties("mp.np", "3"), JARS, RunKind.FORKS);
        assertThat(forks).containsEntry("mp.np", "0").containsEntry(Switches.EVERYWHERE, "true");
        assertThat(forks).containsEntry(Switches.FORK_COUNT, "3").doesNotContainKey(Switches.FRESH_FORKS);
        assertThat(of(properties(), Optional.empty(), RunKind.FRESH))
                .containsEntry(Switches.FORK_COUNT, "3")
                .containsEntry(Switches.FRESH_FORKS, "true");
        assertThat(of(properties(), Optional.empty(), RunKind.REVERSED))
                .containsEntry(Switches.RUN_ORDER, "reversealphabetical")
                .doesNotContainKey(Switches.FORK_COUNT);
    }

    @Test
    void whatMavenItselfPutsThereStaysHere() {
        Properties user = properties("session.rootDirectory", "/x", "env.PATH", "/bin", "sessions", "2");
        assertThat(of(user, Optional.empty(), RunKind.STOCK)).isEqualTo(properties("mp.np", "0", "sessions", "2"));
    }

    @Test
    void refusesWhatWouldCompareNothing() {
        assertThat(ChildProperties.complaint(properties("mp.np", "0")))
                .get()
                .asString()
                .contains("-Dmp.np=0");
        assertThat(ChildProperties.complaint(properties("mp.skip", ""))).isPresent();
        assertThat(ChildProperties.complaint(properties("mp.skip", "false", "mp.np", "2")))
                .isEmpty();
    }

    @Test
    void refusesAPropertyThatItDoesNotKnow() {
        assertThat(ChildProperties.complaint(properties("mp.verify.goal", "test")))
                .get()
                .asString()
                .contains("-Dmp.verify.goal ")
                .contains("-Dmp.verify.goals");
        assertThat(ChildProperties.complaint(properties("mp.verify.explain", "false")))
                .isEmpty();
    }

    private static Properties of(Properties user, Optional<List<Path>> jars, RunKind kind) {
        return new ChildProperties(user, jars, NOTES, 3).of(kind);
    }

    private static Properties properties(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }
}

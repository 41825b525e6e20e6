package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Handoffs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandbyRulesTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket,server=y,address=5005",
                "-Dcom.sun.management.jmxremote.port=9010",
                "-Xlog:gc*:file=target/gc.log",
                "-XX:StartFlightRecording=dumponexit=true",
                "-javaagent:jacoco.jar=output=tcpserver,port=6300"
            })
    void anArgumentThatEachJvmClaimsSomethingWith(String argument) {
        assertThat(StandbyRules.claimedByArguments("-Xmx1g " + argument + " -ea"))
                .contains(argument);
    }

    @Test
    void otherArgumentsClaimNothing() {
        assertThat(StandbyRules.claimedByArguments("-Xmx1g -javaagent:j.jar=destfile=target/jacoco.exec -Xlog:disable"
                        + " -XX:+HeapDumpOnOutOfMemoryError -Dfile=a"))
                .isEmpty();
        assertThat(StandbyRules.claimedByArguments("")).isEmpty();
    }

    @Test
    void aJarBelowTheRootMayBeBuiltAgain() throws IOException {
        Path jar = Files.writeString(root.resolve("module.jar"), "");
        Path classes = Files.createDirectory(root.resolve("classes"));

        assertThat(StandbyRules.builtHere(List.of(classes.toString(), jar.toString(), "/other/b.jar"), root))
                .contains(jar.toString());
        assertThat(StandbyRules.builtHere(List.of(classes.toString(), root + "/missing", "/other/b.jar"), root))
                .isEmpty();
    }

    @Test
    void agentsAndWorkingDirectoriesOfTheBuildCountOnItsFolders() {
        Path project = root.resolve("module");

        assertThat(StandbyRules.needsBuildFolder("-Xmx1g", project, project, root))
                .isFalse();
        assertThat(StandbyRules.needsBuildFolder("-Xmx1g", root, project, root)).isFalse();
        assertThat(StandbyRules.needsBuildFolder("-javaagent:a.jar=b", project, project, root))
                .isTrue();
        assertThat(StandbyRules.needsBuildFolder("", project.resolve("target/work"), project, root))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx64m,67108864",
        "-Xmx2G,2147483648",
        "-Xmx1024k,1048576",
        "-Xmx1000,1000",
        "-XX:MaxHeapSize=1g,1073741824",
        "-Xms1g,268435456"
    })
    void whatAJvmMayNeed(String argument, long bytes) {
        assertThat(StandbyRules.memory(List.of("java", argument, "-ea"))).isEqualTo(bytes);
    }

    @Test
    void withinARunAJvmCanStartAheadWhateverItIsStartedWith() {
        assertThat(StandbyRules.obstacleWithin(handoff(2, "-Xmx1g -javaagent:jacoco.jar=destfile=a", "", "", "")))
                .isEmpty();
        assertThat(StandbyRules.obstacleWithin(handoff(1, "-Xmx1g", "", "", "")))
                .isEmpty();
    }

    @Test
    void butNotIfItsNumberMustBeKnown() {
        for (Handoff handoff : List.of(
                handoff(2, "-Dport=800${surefire.forkNumber}", "", "", ""),
                handoff(2, "", "", "db${surefire.threadNumber}", ""),
                handoff(2, "", "", "", "${surefire.forkNumber}"))) {
            assertThat(StandbyRules.obstacleWithin(handoff))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("the worker's number"));
        }
    }

    @Test
    void norWithADebuggerOrWhatOnlyOneJvmCanHave() {
        assertThat(StandbyRules.obstacleWithin(handoff(2, "", "-Xdebug", "", "")))
                .contains("the worker waits for a debugger");
        assertThat(StandbyRules.obstacleWithin(handoff(2, "-Dcom.sun.management.jmxremote.port=9010", "", "", "")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("jmxremote.port"));
        assertThat(StandbyRules.obstacleWithin(handoff(1, "-javaagent:metrics.jar=8080", "", "", "")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("agent"));
    }

    private Handoff handoff(int np, String argLine, String debugLine, String variable, String directory) {
        return Handoffs.with(
                root,
                Map.of(
                        "np", Integer.toString(np),
                        "java", "java",
                        "argLine", argLine,
                        "debugLine", debugLine,
                        "workingDirectory", directory,
                        "environment.VARIABLE", variable,
                        "freshJvm", "true"));
    }
}

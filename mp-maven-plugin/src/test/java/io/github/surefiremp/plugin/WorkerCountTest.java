package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.plugin.WorkerCount.Machine;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerCountTest {
    private static final long GIB = 1L << 30;
    private static final Machine MACHINE = new Machine(8, 16 * GIB);

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "0, 0",
        "1, 1",
        "' 3 ', 3",
        "100, 100",
        "1C, 8",
        "0.5C, 4",
        "0.5c, 4",
        "1.5C, 12",
        "2C, 16",
        "0.01C, 1",
        "0C, 0",
        "0.0C, 0",
        "auto, 8",
        "AUTO, 8",
        "' auto ', 8"
    })
    void theNumberIsWhatTheUserSays(String text, int np) throws SettingException {
        assertThat(WorkerCount.of(value(text), 1, "", MACHINE).np()).isEqualTo(np);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "abc",
                "",
                " ",
                "C",
                "1.5",
                "-1C",
                "4 C",
                "1e3",
                "1,5C",
                "99999999999",
                "1001",
                "1000000C",
                "4x"
            })
    void whatIsNoNumberIsAnErrorThatNamesItAndWhatIsAllowed(String text) {
        assertThatThrownBy(() -> WorkerCount.of(value(text), 1, "", MACHINE))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("-Dmp.np=" + text.trim() + " must be auto")
                .hasMessageContaining("0.5C");
    }

    @Test
    void whereTheNumberIsFromIsTold() throws SettingException {
        assertThat(WorkerCount.of(value("3"), 1, "", MACHINE).why()).isEqualTo("-Dmp.np=3");
        assertThat(WorkerCount.of(value("0.5C"), 1, "", MACHINE).why()).isEqualTo("-Dmp.np=0.5C of 8 cores");
        assertThat(WorkerCount.automatic(1, "", MACHINE).why()).isEqualTo("auto: 8 cores");
    }

    @Test
    void theUsersForkCountIsKept() {
        assertThat(WorkerCount.automatic(3, "", MACHINE)).isEqualTo(new WorkerCount(3, "forkCount=3"));
        assertThat(WorkerCount.automatic(0, "", MACHINE)).isEqualTo(new WorkerCount(0, "forkCount=0"));
        assertThat(WorkerCount.automatic(1, "", MACHINE).np()).isEqualTo(8);
    }

    @Test
    void autoOnTheCommandLineIsTheSameAsNothing() throws SettingException {
        assertThat(WorkerCount.of(value("auto"), 3, "", MACHINE)).isEqualTo(WorkerCount.automatic(3, "", MACHINE));
    }

    @Test
    void aNumberOfTheUsersBeatsForkCount() throws SettingException {
        assertThat(WorkerCount.of(value("2"), 5, "-Xmx64g", MACHINE).np()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx4g, 4",
        "-Xmx4G, 4",
        "-Xmx3g, 5",
        "-Xmx2g, 8",
        "-Xmx4096m, 4",
        "-Xmx4194304k, 4",
        "-Xmx4294967296, 4",
        "-Xmx1t, 1",
        "-ea -Xmx4g -Dx=y, 4",
        "-Xmx1g -Xmx8g, 2",
        "-Xmx8g -Xmx1g, 8",
        "-Dx=-Xmx8g, 8",
        "-Xmx8gb, 8",
        "-Xms8g, 8"
    })
    void autoLeavesRoomForTheHeapOfEachWorker(String argLine, int np) {
        assertThat(WorkerCount.automatic(1, argLine, MACHINE).np()).isEqualTo(np);
    }

    @Test
    void theMemoryIsNamedWhereItIsTheReason() {
        assertThat(WorkerCount.automatic(1, "-Xmx4g", MACHINE).why())
                .isEqualTo("auto: 8 cores, but the memory holds -Xmx 4 times");
    }

    @Test
    void anAbsurdHeapIsNoCrash() {
        assertThat(WorkerCount.automatic(1, "-Xmx9999999g", MACHINE).np()).isEqualTo(1);
        assertThat(WorkerCount.automatic(1, "-Xmx99999999999t", MACHINE).np()).isEqualTo(1);
        assertThat(WorkerCount.automatic(1, "-Xmx99999999999999999999g", MACHINE)
                        .np())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"mp.np, x", "mp.skip, perhaps", "mp.maxWorkerRestarts, -2", "mp.setupsPerWorker, 0"})
    void mistakesAreFoundBeforeAnythingIsBuilt(String property, String text) throws SettingException {
        Properties command = new Properties();
        command.setProperty(property, text);
        Settings settings = new Settings(command, Map.of(), new Properties());

        assertThatThrownBy(() -> WorkerCount.check(settings))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("-D" + property + "=" + text);
    }

    @Test
    void whatIsRightIsNoMistake() throws SettingException {
        Properties command = new Properties();
        command.setProperty("mp.np", "0.5C");
        command.setProperty("mp.skip", "true");

        WorkerCount.check(new Settings(command, Map.of("maxWorkerRestarts", "0"), new Properties()));
        WorkerCount.check(new Settings(new Properties(), Map.of(), new Properties()));
    }

    private static Settings.Value value(String text) {
        return new Settings.Value(text, "-Dmp.np");
    }
}

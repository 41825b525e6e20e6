package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HandoffTest {
    private static final String STRANGE = " = : # ! \\ \t\n\r\"'${x} äöü €\uD83D\uDE00 ";

    @TempDir
    Path folder;

    @Test
    void everyValueComesBackAsItWas() throws IOException {
        Handoff written = handoff(
                STRANGE,
                List.of("/a b/ü.jar", STRANGE, ""),
                Map.of("PATH", STRANGE, "with.dot=and equals", "x", "", ""),
                Map.of(STRANGE, STRANGE));
        Path file = folder.resolve("handoff.properties");

        written.write(file);

        assertThat(Handoff.read(file)).isEqualTo(written);
    }

    @Test
    void emptyListsAndMapsComeBackEmpty() throws IOException {
        Handoff written = handoff("plain", List.of(), Map.of(), Map.of());
        Path file = folder.resolve("handoff.properties");

        written.write(file);

        assertThat(Handoff.read(file)).isEqualTo(written);
    }

    @Test
    void listsKeepTheirOrderBeyondTenElements() throws IOException {
        List<String> many = java.util.stream.IntStream.range(0, 123)
                .mapToObj(i -> "jar" + i)
                .toList();
        Path file = folder.resolve("handoff.properties");

        handoff("plain", many, Map.of(), Map.of()).write(file);

        assertThat(Handoff.read(file).providerClassPath()).isEqualTo(many);
    }

    @Test
    void aPrefixOfOneNameDoesNotLeakIntoAnotherMap() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("systemProperties.a", "1");
        environment.put("environment.b", "2");
        Path file = folder.resolve("handoff.properties");

        handoff("plain", List.of(), environment, Map.of()).write(file);

        assertThat(Handoff.read(file).environment()).isEqualTo(environment);
        assertThat(Handoff.read(file).systemProperties()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheUserCanReadTheFile() throws IOException {
        Path file = folder.resolve("new folder/handoff.properties");

        handoff("plain", List.of(), Map.of(), Map.of()).write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersCouldReadIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("handoff.properties"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        handoff("plain", List.of(), Map.of(), Map.of()).write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Handoff.read(file).run()).isEqualTo("plain");
    }

    @Test
    void aMissingValueIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("handoff.properties"), "run=1\n");

        assertThatThrownBy(() -> Handoff.read(file)).hasMessageContaining("the hand-off file has no np");
    }

    @Test
    void theNumberGoesWhereThePlaceholdersAre() {
        assertThat(Handoff.withNumber("a${surefire.forkNumber}b${surefire.threadNumber}${surefire.forkNumber}", 12))
                .isEqualTo("a12b1212");
        assertThat(Handoff.withNumber("${other} $surefire.forkNumber", 3)).isEqualTo("${other} $surefire.forkNumber");
    }

    @Test
    void placeholdersAreRecognized() {
        assertThat(Handoff.hasPlaceholder("db${surefire.forkNumber}")).isTrue();
        assertThat(Handoff.hasPlaceholder("db${surefire.threadNumber}")).isTrue();
        assertThat(Handoff.hasPlaceholder("db1")).isFalse();
        assertThat(Handoff.hasPlaceholder("")).isFalse();
        assertThat(Handoff.hasPlaceholder(null)).isFalse();
    }

    private Handoff handoff(
            String text, List<String> list, Map<String, String> environment, Map<String, String> systemProperties) {
        return new Handoff(
                text,
                3,
                65_535,
                "secret",
                65_534,
                text,
                text,
                "surefire:default-test",
                list,
                "org.example.Provider",
                list,
                environment,
                list,
                list,
                text,
                text,
                text,
                text,
                environment,
                systemProperties,
                folder.resolve("target dir/mp/history file.tsv"),
                folder.resolve("target dir/mp/run.jsonl"),
                600,
                12,
                true,
                "METHOD",
                true,
                true,
                text,
                true,
                123_456_789_012L,
                true,
                new Handoff.Standby(2, folder.resolve("standby jvms"), folder, folder.resolve("module"), 600_000));
    }
}

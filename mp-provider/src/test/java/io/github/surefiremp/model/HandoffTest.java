package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoffTest {
    private static final String STRANGE = " = : # ! \\ \t\n\r\"'${x} äöü €\uD83D\uDE00 ";

    @TempDir
    Path folder;

    @Test
    void everyValueComesBackAsItWas() {
        Handoff written = handoff(
                STRANGE,
                List.of("/a b/ü.jar", STRANGE, ""),
                Map.of("PATH", STRANGE, "with.dot=and equals", "x", "", ""),
                Map.of(STRANGE, STRANGE));
        assertThat(Handoff.of(written.properties())).isEqualTo(written);
    }

    @Test
    void emptyListsAndMapsComeBackEmpty() {
        Handoff written = handoff("plain", List.of(), Map.of(), Map.of());
        assertThat(Handoff.of(written.properties())).isEqualTo(written);
    }

    @Test
    void listsKeepTheirOrderBeyondTenElements() {
        List<String> many = java.util.stream.IntStream.range(0, 123)
                .mapToObj(i -> "jar" + i)
                .toList();
        Handoff written = handoff("plain", many, Map.of(), Map.of());

        assertThat(Handoff.of(written.properties()).providerClassPath()).isEqualTo(many);
    }

    @Test
    void aPrefixOfOneNameDoesNotLeakIntoAnotherMap() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("systemProperties.a", "1");
        environment.put("environment.b", "2");
        Handoff read =
                Handoff.of(handoff("plain", List.of(), environment, Map.of()).properties());

        assertThat(read.environment()).isEqualTo(environment);
        assertThat(read.systemProperties()).isEmpty();
    }

    @Test
    void aMissingValueIsNamed() {
        Properties values = new Properties();
        values.setProperty("run", "1");

        assertThatThrownBy(() -> Handoff.of(values)).hasMessageContaining("the hand-off has no np");
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
                "org.example.Provider",
                list,
                environment,
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
                90,
                8,
                5,
                new Handoff.Standby(2, folder.resolve("standby jvms"), folder, folder.resolve("module"), 600_000),
                new Handoff.Queue(
                        "redis://host:1/0",
                        "user",
                        "secret word",
                        "build 7",
                        true,
                        "1.0",
                        15_000,
                        60_000,
                        List.of("/repo/mp-redis.jar", "/repo/jedis.jar")),
                new Handoff.Report(true),
                new Handoff.Choice(true, true, true, List.of("a.B", "*"), true),
                new Handoff.Plan(true, folder.resolve("the plan"), 3),
                new Handoff.Shard(1, 3, "reports " + STRANGE, true, "1.0"),
                new Handoff.Console("dots", true));
    }
}

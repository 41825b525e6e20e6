package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DownstreamTest {
    @Test
    void theLongestChainCountsAndNotTheSum() {
        Map<String, List<String>> waiting =
                Map.of("core", List.of("web", "cli"), "web", List.of("app"), "cli", List.of(), "app", List.of());
        Map<String, Long> millis = Map.of("core", 1_000L, "web", 20L, "cli", 25L, "app", 10L);

        assertThat(after("core", waiting, millis)).isEqualTo(30);
        assertThat(after("web", waiting, millis)).isEqualTo(10);
        assertThat(after("app", waiting, millis)).isZero();
    }

    @Test
    void manyModulesAreCountedOnceEach() {
        // Each of sixty levels waits for both of the one before: 2^60 ways.
        int[] asked = {0};
        long after = Downstream.longest(
                level(0),
                level -> level.length() == 60
                        ? List.of()
                        : List.of(level(level.length() + 1), level(level.length() + 1)),
                level -> {
                    asked[0]++;
                    return 1;
                });

        assertThat(after).isEqualTo(60);
        assertThat(asked[0]).isEqualTo(120);
    }

    private static String level(int number) {
        return "x".repeat(number).intern();
    }

    private static long after(String module, Map<String, List<String>> waiting, Map<String, Long> millis) {
        return Downstream.longest(module, waiting::get, millis::get);
    }
}

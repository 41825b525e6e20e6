package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowWorkersTest {
    @Test
    void namesTheClassWhoseInitialiserHangs() {
        assertThat(SlowWorkers.mainThread("""
                2026-11-27 05:00:00
                Full thread dump OpenJDK 64-Bit Server VM:

                "main" #1 prio=5
                \tat java.lang.Object.wait(java.base@17/Native Method)
                \tat shop.Config.<clinit>(Config.java:7)
                \tat app//shop.ATest.<clinit>(ATest.java:3)

                "other" #2
                \tat shop.Other.run(Other.java:1)
                """)).startsWith("""

                        It was in the static initialiser of shop.Config.
                        Its main thread:
                        "main" #1""").doesNotContain("other");
    }

    @Test
    void saysNothingWithoutADump() {
        assertThat(SlowWorkers.mainThread("")).isEmpty();
    }
}

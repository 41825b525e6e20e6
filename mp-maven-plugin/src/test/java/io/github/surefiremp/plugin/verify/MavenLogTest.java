package io.github.surefiremp.plugin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MavenLogTest {
    private static final String LOG = """
            [INFO] Reactor Summary for the build within:
            [INFO] inner .............................................. FAILURE [  1.2 s]
            [INFO] BUILD FAILURE
            [ERROR] not this one
            [INFO] Reactor Summary for Shop 1:
            [INFO]
            [INFO] ...
            [INFO] Shop: the core ..................................... SUCCESS [  6.417 s]
            [INFO] Shop: a name that is so long that Maven has no room for any dot FAILURE [01:06 min]
            [INFO] Web ................................................ SKIPPED
            [INFO] ------------------------------------------------------------------------
            [INFO] BUILD FAILURE
            [INFO] ------------------------------------------------------------------------
            [ERROR] Failed to execute goal x:y:1:test on project web: There are test failures.
            [ERROR]\s
            [ERROR] For more information
            """;

    @Test
    void readsTheModulesThatDidNotSucceed() {
        assertThat(new MavenLog(LOG.lines().toList()).modules())
                .isEqualTo(Map.of(
                        "Shop: a name that is so long that Maven has no room for any dot",
                        "FAILURE",
                        "Web",
                        "SKIPPED"));
    }

    @Test
    void readsWhyTheBuildFailed() {
        assertThat(new MavenLog(LOG.lines().toList()).errors())
                .containsExactly(
                        "Failed to execute goal x:y:1:test on project web: There are test failures.",
                        "For more information");
    }

    @Test
    void aBuildOfOneModuleHasNoSummary() {
        assertThat(new MavenLog("[INFO] BUILD SUCCESS".lines().toList()).modules())
                .isEmpty();
    }
}

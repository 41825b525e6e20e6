package io.github.surefiremp.plugin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import io.github.surefiremp.plugin.verify.Explained.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {
    @ParameterizedTest
    @CsvSource({
        "java.net.BindException: Address already in use, a fixed port",
        "Web server failed to start. Port 8080 was already in use., a fixed port",
        "java.nio.file.FileAlreadyExistsException: /tmp/x, share",
        "java.nio.file.NoSuchFileException: /tmp/x, share",
        "java.lang.OutOfMemoryError: Java heap space, memory",
        "worker 1 (pid 16571) ended with exit code 7 without saying goodbye, a JVM with tests ended early",
        "java.util.concurrent.TimeoutException: foo() timed out after 2 s, too slow",
    })
    void readsTheFailure(String text, String hint) {
        assertThat(hint(Explanation.ONLY_MP, "failure", text)).contains(hint);
        // The type and the message may say it as well as the stack trace does.
        assertThat(hint(Explanation.FORKS, "error: " + text, "")).contains(hint);
    }

    @Test
    void readsTheExplanationWhereTheFailureTellsNothing() {
        assertThat(hint(Explanation.FORKS, "failure: X", "")).contains("strategy SERIAL");
        assertThat(hint(Explanation.FRESH, "failure: X", "")).contains("strategy SERIAL");
        assertThat(hint(Explanation.REVERSED, "failure: X", "")).contains("freshJvm");
        assertThat(hint(Explanation.ONLY_MP, "failure: X", "")).isEmpty();
    }

    @Test
    void anUnstableTestIsNoMatterOfPorts() {
        assertThat(hint(Explanation.UNSTABLE, "failure: X", "BindException")).contains("make the test stable");
    }

    @Test
    void tellsWhereToLookForAMissingReport() {
        Difference missing = Samples.difference(Aspect.PRESENCE, "A", "", "2 tests", Difference.NOT_THERE);
        assertThat(Hints.of(new Explained(missing, Explanation.ONLY_MP)))
                .get()
                .asString()
                .contains("mp.log");
    }

    @Test
    void aSummaryOnlyFollowsFromTheTests() {
        Difference summary = Samples.difference(Aspect.SUMMARY, "A", "", "errors=0", "errors=5");
        assertThat(Hints.of(new Explained(summary, Explanation.FORKS))).isEmpty();
    }

    @Test
    void quotesTheBuildsError() {
        Difference build = new Difference(
                Aspect.BUILD, "web", "", "", "", "", "SUCCESS", "FAILURE", "Coverage checks have not been met");
        assertThat(Hints.of(new Explained(build, Explanation.ONLY_MP)))
                .get()
                .asString()
                .contains("Coverage checks have not been met");
    }

    private static String hint(Explanation explanation, String mp, String text) {
        Difference difference = new Difference(Aspect.OUTCOME, "m", "r", "TEST-A.xml", "A", "x", "passed", mp, text);
        return Hints.of(new Explained(difference, explanation)).orElse("");
    }
}

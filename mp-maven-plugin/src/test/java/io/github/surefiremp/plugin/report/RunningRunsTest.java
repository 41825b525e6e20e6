package io.github.surefiremp.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningRunsTest {
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void eachWorkerTellsWhatItRunsAndForHowLong() throws IOException {
        line(1_000, "runStart", "\"np\":3");
        line(1_100, "workerStart", "\"worker\":1,\"pid\":11");
        line(1_100, "workerStart", "\"worker\":2,\"pid\":12");
        line(1_100, "workerStart", "\"worker\":3,\"pid\":13");
        line(1_200, "plan", "\"units\":5");
        line(1_300, "unitStart", "\"worker\":1,\"pid\":11,\"unit\":\"a.One\",\"class\":\"a.One\"");
        line(1_300, "testStart", "\"worker\":1,\"pid\":11,\"class\":\"a.One\",\"method\":\"pays\"");
        line(
                1_500,
                "testEnd",
                "\"worker\":1,\"pid\":11,\"class\":\"a.One\",\"method\":\"pays\",\"outcome\":\"failed\"");
        line(2_000, "testStart", "\"worker\":1,\"pid\":11,\"class\":\"a.One\",\"method\":\"slow\"");
        line(2_500, "unitStart", "\"worker\":2,\"pid\":12,\"unit\":\"a.Two\",\"class\":\"a.Two\"");
        lines.add("{\"event\":\"testSt");

        List<String> told = describe();
        assertThat(told.get(0)).startsWith("g:a surefire:x, since ").endsWith(": 1 tests done, 1 failed, 0 of 5 units");
        assertThat(told.subList(1, told.size()))
                .containsExactly(
                        "  worker 1 (pid 11): One.slow for 3.0 s",
                        "  worker 2 (pid 12): between tests in a.Two for 2.5 s",
                        "  worker 3 (pid 13): no unit for 3.9 s");
    }

    @Test
    void testsOnSeveralThreadsAreAllTold() throws IOException {
        line(1_000, "runStart", "\"np\":1");
        line(1_100, "workerStart", "\"worker\":1,\"pid\":11");
        line(4_000, "testStart", "\"worker\":1,\"pid\":11,\"class\":\"a.One\",\"method\":\"a\"");
        line(4_500, "testStart", "\"worker\":1,\"pid\":11,\"class\":\"a.One\",\"method\":\"b\"");
        assertThat(describe()).contains("  worker 1 (pid 11): One.a for 1.0 s, One.b for 0.5 s");
    }

    @Test
    void whatHasEndedOrWasKilledDoesNotRun() throws IOException {
        line(1_000, "runStart", "\"np\":1");
        line(1_100, "workerStart", "\"worker\":1,\"pid\":11");
        line(1_200, "runEnd", "\"outcome\":\"ran\"");
        assertThat(describe()).isEmpty();

        lines.clear();
        line(1_000, "runStart", "\"np\":1");
        line(1_100, "workerStart", "\"worker\":1,\"pid\":99");
        assertThat(describe()).isEmpty();
    }

    private void line(long at, String event, String more) {
        lines.add("{\"event\":\"" + event + "\",\"at\":" + at
                + ",\"run\":\"r\",\"module\":\"g:a\",\"execution\":\"surefire:x\"," + more + "}");
    }

    private List<String> describe() throws IOException {
        Path file = folder.resolve("run.jsonl");
        Files.writeString(file, lines.stream().collect(Collectors.joining("\n")));
        return RunningRuns.describe(file, 5_000, pid -> pid < 90);
    }
}

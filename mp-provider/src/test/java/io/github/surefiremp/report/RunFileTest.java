package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WaitReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final Unit UNIT = new Unit("a \"unit\"", List.of("a.A", "a.B"));

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Details details = Details.none();
    private long now = 1_700_000_000_000L;

    @Test
    void theNumberOfWorkersIsToldWithItsReason() throws IOException {
        try (RunFile file = open("run-1")) {
            file.staffed(3, "it pays");
        }

        JsonNode line = lines().get(1);
        assertThat(line.get("event").textValue()).isEqualTo("staff");
        assertThat(line.get("workers").intValue()).isEqualTo(3);
        assertThat(line.get("why").textValue()).isEqualTo("it pays");
    }

    @Test
    @Timeout(60)
    void whatRunsNowCanBeSeenBeforeAnythingElseHappens() throws IOException {
        try (RunFile file = open("run-1")) {
            file.reported(2, event(Kind.TEST_STARTED, "slow", false));
            while (lines().size() < 2) {
                Thread.onSpinWait();
            }
            assertThat(lines().get(1).get("method").textValue()).isEqualTo("slow");
        }
    }

    @Test
    void aRunIsToldFromItsStartToItsEnd() throws IOException {
        try (RunFile file = open("run-1")) {
            file.workerStarted(2, 4711);
            file.unitStarted(2, UNIT);
            file.reported(2, event(Kind.SET_STARTED, "", false));
            file.reported(2, event(Kind.TEST_STARTED, "m\n\"ü\"", false));
            file.reported(2, event(Kind.OUTPUT, "", false));
            file.reported(2, event(Kind.ABORTED, "m\n\"ü\"", false));
            file.reported(2, event(Kind.TEST_STARTED, "n", true));
            file.reported(2, event(Kind.PASSED, "n", true));
            file.unitEnded(2, UNIT);
            file.workerEnded(2, 0);
            file.end("ran");
        }

        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(line -> line.get("event").textValue())
                .containsExactly(
                        "runStart",
                        "workerStart",
                        "unitStart",
                        "testStart",
                        "testEnd",
                        "testStart",
                        "testEnd",
                        "unitEnd",
                        "workerEnd",
                        "runEnd");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.get("run").textValue()).isEqualTo("run-1");
            assertThat(line.get("module").textValue()).isEqualTo("g:a");
            assertThat(line.get("execution").textValue()).isEqualTo("surefire:default-test");
            assertThat(line.get("at").isIntegralNumber()).isTrue();
        });
        assertThat(lines.subList(1, 9)).allSatisfy(line -> {
            assertThat(line.get("worker").intValue()).isEqualTo(2);
            assertThat(line.get("pid").longValue()).isEqualTo(4711);
        });
        assertThat(lines.get(0).get("np").intValue()).isEqualTo(3);
        assertThat(lines.get(2).get("unit").textValue()).isEqualTo("a \"unit\"");
        assertThat(lines.get(2).get("class").textValue()).isEqualTo("a.A,a.B");
        assertThat(lines.get(4).get("class").textValue()).isEqualTo("a.A");
        assertThat(lines.get(4).get("method").textValue()).isEqualTo("m\n\"ü\"");
        assertThat(lines.get(4).get("outcome").textValue()).isEqualTo("aborted");
        assertThat(lines.get(4).has("rerun")).isFalse();
        assertThat(lines.get(6).get("rerun").booleanValue()).isTrue();
        assertThat(lines.get(7).get("outcome").textValue()).isEqualTo("ran");
        assertThat(lines.get(8).get("exitCode").intValue()).isZero();
        assertThat(lines.get(9).get("outcome").textValue()).isEqualTo("ran");
    }

    @Test
    void aTestHasTheTimeOfItsEventAndAUnitThatOfTheClock() throws IOException {
        try (RunFile file = open("run-1")) {
            now += 50;
            file.unitStarted(1, UNIT);
            file.reported(1, new ReportEvent(Kind.TEST_STARTED, "a.A", "m", 1_699_999_999_999L, 0, false, null));
        }

        assertThat(lines().get(1).get("at").longValue()).isEqualTo(1_700_000_000_050L);
        assertThat(lines().get(2).get("at").longValue()).isEqualTo(1_699_999_999_999L);
    }

    @Test
    void aLostUnitIsToldAsLost() throws IOException {
        try (RunFile file = open("run-1")) {
            file.unitStarted(1, UNIT);
            file.unitLost(1, UNIT, "exit code 137");
        }

        assertThat(lines().get(2).get("event").textValue()).isEqualTo("unitEnd");
        assertThat(lines().get(2).get("outcome").textValue()).isEqualTo("lost");
    }

    @Test
    void aUnitThatWillNotRunIsToldAsSkipped() throws IOException {
        try (RunFile file = open("run-1")) {
            file.unitSkipped(UNIT);
        }

        assertThat(lines().get(1).get("event").textValue()).isEqualTo("unitSkipped");
        assertThat(lines().get(1).get("unit").textValue()).isEqualTo("a \"unit\"");
        assertThat(lines().get(1).get("class").textValue()).isEqualTo("a.A,a.B");
        assertThat(lines().get(1).has("worker")).isFalse();
    }

    @Test
    void aWorkersStatesAreTold() throws IOException {
        try (RunFile file = open("run-1")) {
            file.workerReady(1);
            file.workerWaits(1, WaitReason.LOCKS);
            file.workerFinishes(1);
        }

        assertThat(lines().subList(1, 4))
                .extracting(line -> line.get("event").textValue())
                .containsExactly("workerReady", "workerWait", "workerFinish");
        assertThat(lines().get(2).get("for").textValue()).isEqualTo("locks");
    }

    @Test
    void aReasonOfTwoWordsHasAHyphen() throws IOException {
        try (RunFile file = open("run-1")) {
            file.workerWaits(1, WaitReason.SET_UP);
        }

        assertThat(lines().get(1).get("for").textValue()).isEqualTo("set-up");
    }

    @Test
    void aUnitHasItsLocksAndWhetherItIsIsolated() throws IOException {
        Set<LockNeed> locks =
                Set.of(new LockNeed("db", true), new LockNeed("a", false), new LockNeed(LockNeed.GLOBAL, false));
        Unit unit = new Unit("u", List.of(ClassPart.whole("a.A")), "g", Strategy.ISOLATED_FREE, locks, false);
        Unit alone = new Unit(
                "v",
                List.of(ClassPart.whole("a.B")),
                "",
                Strategy.FREE,
                Set.of(new LockNeed(LockNeed.GLOBAL, true)),
                false);
        try (RunFile file = open("run-1")) {
            file.unitStarted(1, unit);
            file.unitStarted(1, alone);
            file.unitStarted(1, UNIT);
        }

        assertThat(lines().get(1).get("isolated").booleanValue()).isTrue();
        assertThat(lines().get(1).get("locks").textValue()).isEqualTo("a (read), db (write)");
        assertThat(lines().get(2).get("locks").textValue()).isEqualTo("everything (write)");
        assertThat(lines().get(3).has("isolated")).isFalse();
        assertThat(lines().get(3).has("locks")).isFalse();
    }

    @Test
    void whatATestWroteAndWhyItFailedIsToldWithIt() throws IOException {
        details = Details.of(event -> Optional.of(new FailureText("it broke", "a\nb")));
        try (RunFile file = open("run-1")) {
            file.reported(1, event(Kind.TEST_STARTED, "m", false));
            file.reported(1, output("a.A", "m", "one", true));
            file.reported(1, output("", "", "two", false));
            file.reported(1, output("a.A", "", "of the class", true));
            file.reported(1, event(Kind.FAILED, "m", false));
            file.unitEnded(1, UNIT);
        }

        List<JsonNode> lines = lines();
        assertThat(lines.get(2).get("message").textValue()).isEqualTo("it broke");
        assertThat(lines.get(2).get("trace").textValue()).isEqualTo("a\nb");
        assertThat(lines.get(3).get("event").textValue()).isEqualTo("output");
        assertThat(lines.get(3).get("method").textValue()).isEqualTo("m");
        assertThat(lines.get(3).get("text").textValue()).isEqualTo("one\ntwo");
        assertThat(lines.get(3).get("chars").intValue()).isEqualTo(7);
        assertThat(lines.get(4).get("event").textValue()).isEqualTo("output");
        assertThat(lines.get(4).get("method").textValue()).isEmpty();
        assertThat(lines.get(4).get("text").textValue()).isEqualTo("of the class\n");
        assertThat(lines.get(5).get("event").textValue()).isEqualTo("unitEnd");
    }

    @Test
    void whatALostTestWroteIsTold() throws IOException {
        details = Details.of(event -> Optional.empty());
        try (RunFile file = open("run-1")) {
            file.unitStarted(1, UNIT);
            file.reported(1, event(Kind.TEST_STARTED, "m", false));
            file.reported(1, output("a.A", "m", "last words", true));
            file.unitLost(1, UNIT, "exit code 137");
        }

        assertThat(lines().get(3).get("text").textValue()).isEqualTo("last words\n");
        assertThat(lines().get(4).get("reason").textValue()).isEqualTo("exit code 137");
    }

    @Test
    void withoutDetailsThereAreNone() throws IOException {
        try (RunFile file = open("run-1")) {
            file.reported(1, event(Kind.TEST_STARTED, "m", false));
            file.reported(1, output("a.A", "m", "one", true));
            file.reported(1, event(Kind.FAILED, "m", false));
        }

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(2).has("trace")).isFalse();
    }

    private ReportEvent output(String className, String method, String text, boolean newLine) {
        return new ReportEvent(
                Kind.OUTPUT, className, method, now, 0, false, new Output(text, true, newLine, null, null, null));
    }

    @Test
    void aSecondRunIsAppended() throws IOException {
        try (RunFile file = open("run-1")) {
            file.end("ran");
        }
        try (RunFile file = open("run-2")) {
            file.end("failed");
        }

        assertThat(lines())
                .extracting(line -> line.get("run").textValue())
                .containsExactly("run-1", "run-1", "run-2", "run-2");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenThereIsOneWarningAndTheRunGoesOn() throws IOException {
        Files.writeString(folder.resolve("mp"), "a file in place of the folder");

        try (RunFile file = open("run-1")) {
            file.workerStarted(1, 1);
            file.end("ran");
        }

        assertThat(warnings).singleElement().asString().contains("run.jsonl", "goes on without it");
    }

    @Test
    void aFullDiskIsOneWarning() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        Files.createDirectories(folder.resolve("mp"));
        Files.createSymbolicLink(folder.resolve("mp/run.jsonl"), Path.of("/dev/full"));

        try (RunFile file = open("run-1")) {
            file.workerStarted(1, 1);
            file.end("ran");
        }

        assertThat(warnings).singleElement().asString().contains("run.jsonl", "goes on without it");
    }

    @Test
    void twoRunsAtTheSameTimeDoNotMixTheirLines() throws IOException {
        try (RunFile one = open("run-1");
                RunFile other = open("run-2")) {
            for (int i = 0; i < 500; i++) {
                one.reported(1, test("one " + i));
                other.reported(1, test("other " + i));
            }
        }

        assertThat(lines()).hasSize(1_002);
    }

    private static ReportEvent test(String method) {
        return new ReportEvent(ReportEvent.Kind.TEST_STARTED, "a.ATest", method, 1, 2, false, null);
    }

    @Test
    void afterItsEndNothingIsWritten() throws IOException {
        RunFile file = open("run-1");
        file.close();

        file.end("ran");
        file.close();

        assertThat(lines()).hasSize(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void thePlanIsOneLine() throws IOException {
        try (RunFile file = open("run-1")) {
            file.planned(List.of(UNIT, UNIT));
        }

        assertThat(lines().get(1).get("event").textValue()).isEqualTo("plan");
        assertThat(lines().get(1).get("units").intValue()).isEqualTo(2);
    }

    @Test
    void aUnitHasItsGroupAndHowManyPiecesItHas() throws IOException {
        ClassPart part = new ClassPart("a.A", List.of(new Selected(0, "first"), new Selected(2, "third")));
        Unit unit = new Unit("u", List.of(part, ClassPart.whole("b.B")), "database", Strategy.SERIAL, Set.of(), false);
        try (RunFile file = open("run-1")) {
            file.unitStarted(1, unit);
            file.unitEnded(1, unit);
            file.unitStarted(1, UNIT);
        }

        assertThat(lines().subList(1, 3)).allSatisfy(line -> {
            assertThat(line.get("class").textValue()).isEqualTo("a.A,b.B");
            assertThat(line.get("group").textValue()).isEqualTo("database");
            assertThat(line.get("pieces").intValue()).isEqualTo(2);
        });
        assertThat(lines().get(3).has("group")).isFalse();
        assertThat(lines().get(3).has("pieces")).isFalse();
    }

    @Test
    void marksOfPiecesAndRepetitionsWriteNothing() throws IOException {
        try (RunFile file = open("run-1")) {
            file.reported(1, event(Kind.PIECE_STARTED, "id", false));
            file.reported(1, event(Kind.RERUNS_STARTED, "", false));
        }

        assertThat(lines()).hasSize(1);
    }

    @Test
    void aUnitTellsWhatItsWorkerHasToSetUp() throws IOException {
        try (RunFile file = open("run-1")) {
            file.unitStarted(1, new Unit("a.A", List.of("a.A")));
            file.unitStarted(7, new Unit("a.B", List.of("a.B")));
        }

        assertThat(lines().get(1).has("setsUp")).isFalse();
        assertThat(lines().get(2).get("setsUp").asText()).isEqualTo("a context; a database");
    }

    private RunFile open(String run) {
        return new RunFile(
                folder.resolve("mp/run.jsonl"),
                run,
                "g:a",
                "surefire:default-test",
                3,
                details,
                worker -> worker == 7 ? List.of("a context", "a database") : List.of(),
                () -> now,
                warnings::add);
    }

    private List<JsonNode> lines() throws IOException {
        ObjectMapper parser = new ObjectMapper();
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("mp/run.jsonl"))) {
            parsed.add(parser.readTree(line));
        }
        return parsed;
    }

    private ReportEvent event(Kind kind, String method, boolean rerun) {
        return new ReportEvent(kind, "a.A", method, now, 0, rerun, null);
    }
}

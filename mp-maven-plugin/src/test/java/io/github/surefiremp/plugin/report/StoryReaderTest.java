package io.github.surefiremp.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run file becomes. */
class StoryReaderTest {
    @TempDir
    Path folder;

    @Test
    void aRunHasItsLanesUnitsAndTests() throws IOException {
        Story story = read(SampleRun.small());

        assertThat(story.notes).isEmpty();
        assertThat(story.runs).singleElement().satisfies(run -> {
            assertThat(run.np).isEqualTo(3);
            assertThat(run.outcome).isEqualTo("failed");
            assertThat(run.why).containsExactly("5 tests of about 3 s in all");
            assertThat(run.end - run.start).isEqualTo(3250);
        });
        assertThat(story.lanes).extracting(lane -> lane.worker).containsExactlyInAnyOrder(1, 2);
        assertThat(story.units)
                .extracting(unit -> unit.name)
                .containsExactly("group \"clock\"", "com.shop.OrderTest", "com.shop.CartTest", "com.shop.MailTest");
        assertThat(story.units.get(0).isolated).isTrue();
        assertThat(story.units.get(1).locks).isEqualTo("db (write)");
        assertThat(story.tests)
                .extracting(test -> test.method + " " + test.outcome.word() + " " + (test.end - test.start))
                .containsExactly(
                        "midnight passed 450",
                        "pays failed 700",
                        "refunds skipped 0",
                        SampleRun.HOSTILE + " passed 195",
                        "ships aborted 200",
                        "tracks error 200",
                        "addsUp failed 100",
                        "addsUp passed 90",
                        "sends lost 300");
        assertThat(story.tests.get(1).output).isEqualTo("cart has 2 books\nsum 24.99\n");
        assertThat(story.tests.get(1).trace).contains("OrderTest.java:43");
        assertThat(story.tests.get(8).message).contains("exit code 7");
    }

    @Test
    void aWorkersTimeIsTold() throws IOException {
        Story story = read(SampleRun.small());

        assertThat(story.spans)
                .extracting(span -> span.lane().worker + " " + span.kind() + " " + (span.start() - SampleRun.ZERO) + " "
                        + (span.end() - SampleRun.ZERO))
                .containsExactlyInAnyOrder(
                        "1 START 10 300",
                        "1 DISCOVER 300 600",
                        "1 IDLE 600 610",
                        "1 IDLE 1110 1120",
                        "1 IDLE 2510 3000",
                        "1 END 3000 3150",
                        "2 START 20 340",
                        "2 DISCOVER 340 600",
                        "2 IDLE 600 611",
                        "2 ISOLATION 611 1125",
                        "2 LOCKS 1125 2515",
                        "2 IDLE 2850 2851",
                        "2 IDLE 3200 3201");
    }

    @Test
    void damagedLinesAreLeftOutWithANote() throws IOException {
        SampleRun run = SampleRun.small();
        run.raw("{\"event\":\"testEnd\",\"at\":17950000")
                .raw("")
                .raw("no json")
                .raw("[1,2]")
                .raw("{}");
        run.raw("{\"event\":\"testEnd\",\"at\":\"x\",\"run\":\"run-1\"}");
        run.at(3260, "testEnd", "'class':'a.A','method':'m','outcome':'passed'");
        Path file = run.write(folder.resolve("run.jsonl"));
        Files.write(file, new byte[] {(byte) 0xff, 0x0a, '{'}, StandardOpenOption.APPEND);

        Story story = read(file);

        assertThat(story.tests).hasSize(9);
        assertThat(story.notes).hasSize(4);
        assertThat(story.notes.get(0)).startsWith("Line ").contains("run.jsonl", "left out");
        assertThat(story.notes.get(3)).isEqualTo("8 lines of run.jsonl were left out in all.");
    }

    @Test
    void whatIsNotKnownIsPassedOver() throws IOException {
        Story story = read(SampleRun.small()
                .at(3300, "somethingNew", "'list':[1,{'a':'b'}],'none':null")
                .worker(3300, "workerWait", 1, "'for':'something new'"));

        assertThat(story.notes).isEmpty();
        assertThat(story.tests).hasSize(9);
    }

    @Test
    void aWorkerThatLeavesUnitsToOthersIsNotJustIdle() throws IOException {
        Story story = read(SampleRun.small()
                .worker(3300, "workerWait", 1, "'for':'set-up'")
                .worker(3400, "workerFinish", 1, ""));

        assertThat(story.spans).anySatisfy(span -> {
            assertThat(span.kind()).isEqualTo(Story.Kind.SET_UP);
            assertThat(span.end() - span.start()).isEqualTo(100);
        });
    }

    @Test
    void aRunThatWasCutOffLosesWhatWasRunning() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test").at(0, "runStart", "'np':2");
        run.worker(0, "workerStart", 1, "").worker(10, "unitStart", 1, "'unit':'a.A','class':'a.A'");
        run.worker(20, "testStart", 1, "'class':'a.A','method':'m'");
        run.worker(90, "testStart", 2, "'class':'a.B','method':'n'");

        Story story = read(run);

        assertThat(story.tests)
                .allSatisfy(test -> assertThat(test.outcome).isEqualTo(Outcome.LOST))
                .extracting(test -> test.end - SampleRun.ZERO)
                .containsExactly(90L, 90L);
        assertThat(story.units)
                .singleElement()
                .satisfies(unit -> assertThat(unit.lost).contains("cut off"));
        assertThat(story.notes).singleElement().asString().contains("g:a", "cut off");
    }

    @Test
    void testsAtTheSameTimeAreInRowsOfTheirOwn() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test").at(0, "runStart", "'np':1");
        for (String method : new String[] {"a", "b"}) {
            run.worker(10, "testStart", 1, "'class':'a.A','method':'" + method + "'");
        }
        for (String method : new String[] {"a", "b"}) {
            run.worker(20, "testEnd", 1, "'class':'a.A','method':'" + method + "','outcome':'passed'");
        }
        run.test(1, 30, 40, "a.A", "c", "passed", "");

        Story story = read(run);

        assertThat(story.tests).extracting(test -> test.row).containsExactly(0, 1, 0);
        assertThat(story.lanes.get(0).rows).isEqualTo(2);
    }

    @Test
    void anOutcomeThatIsNotKnownIsNoPass() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test").test(1, 1, 2, "a.A", "m", "wonderful", "");

        assertThat(read(run).tests)
                .singleElement()
                .satisfies(test -> assertThat(test.outcome).isEqualTo(Outcome.ERROR));
    }

    @Test
    void aTestWithoutAStartBeganWhenTheOneBeforeItEnded() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test")
                .worker(0, "workerStart", 1, "")
                .worker(10, "unitStart", 1, "'unit':'a.A','class':'a.A'");
        for (int i = 1; i <= 2; i++) {
            run.worker(10 + 20 * i, "testEnd", 1, "'class':'a.A','method':'m" + i + "','outcome':'passed'");
        }

        assertThat(read(run).tests)
                .extracting(test -> (test.start - SampleRun.ZERO) + " " + (test.end - SampleRun.ZERO))
                .containsExactly("10 30", "30 50");
    }

    @Test
    void aUnitThatWasToldAheadBeginsWithItsFirstTest() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test").worker(0, "workerStart", 1, "");
        run.worker(10, "unitStart", 1, "'unit':'a.A','class':'a.A'").test(1, 11, 20, "a.A", "m", "passed", "");
        run.worker(40, "unitEnd", 1, "'unit':'a.A','class':'a.A','outcome':'ran'");
        run.worker(40, "unitStart", 1, "'unit':'a.B','class':'a.B'").test(1, 25, 30, "a.B", "m", "passed", "");
        run.worker(50, "unitEnd", 1, "'unit':'a.B','class':'a.B','outcome':'ran'");

        assertThat(read(run).units)
                .extracting(unit -> (unit.start - SampleRun.ZERO) + " " + (unit.end - SampleRun.ZERO))
                .containsExactly("10 25", "25 50");
    }

    @Test
    void aClockThatIsSetBackMakesNoTestOfNegativeLength() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test")
                .test(1, 100, 50, "a.A", "m", "passed", "")
                .test(1, 60, 70, "a.A", "n", "passed", "");

        assertThat(read(run).tests)
                .extracting(test -> (test.start - SampleRun.ZERO) + " " + (test.end - SampleRun.ZERO))
                .containsExactly("100 100", "100 100");
    }

    @Test
    void workersOfTwoMachinesAreTwoLanes() throws IOException {
        StoryReader reader = new StoryReader();
        Path file = SampleRun.small().write(folder.resolve("run.jsonl"));
        reader.read(file, "shard 0");
        reader.read(file, "shard 1");

        Story story = reader.end();

        assertThat(story.runs).hasSize(2);
        assertThat(story.lanes)
                .extracting(lane -> lane.source + " " + lane.worker)
                .containsExactlyInAnyOrder("shard 0 1", "shard 0 2", "shard 1 1", "shard 1 2");
    }

    @Test
    void aFileThatIsMissingIsANote() {
        assertThat(read(folder.resolve("no.jsonl")).notes)
                .singleElement()
                .asString()
                .contains("no.jsonl");
    }

    private Story read(SampleRun run) throws IOException {
        return read(run.write(folder.resolve("run.jsonl")));
    }

    private static Story read(Path file) {
        StoryReader reader = new StoryReader();
        reader.read(file, "");
        return reader.end();
    }

    static Story of(Path folder, SampleRun run) throws IOException {
        return read(run.write(folder.resolve("run.jsonl")));
    }
}

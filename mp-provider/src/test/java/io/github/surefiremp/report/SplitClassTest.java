package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of classes that were split over workers. */
class SplitClassTest {
    private static final String A = "a.A";
    private static final String ID = "[engine:junit-jupiter]/[class:a.A]/";
    private static final String M0 = ID + "[method:m0()]";
    private static final String M1 = ID + "[method:m1()]";
    private static final String M2 = ID + "[method:m2()]";
    private static final String IN = ID + "[nested-class:In]";
    private static final String IN3 = IN + "/[method:m3()]";
    private static final String IN4 = IN + "/[method:m4()]";

    @TempDir
    Path folder;

    private final Recording sink = new Recording();
    private long nowMillis;

    @Test
    void theTestsOfAllPartsAreInTheirOrderInOneSet() throws IOException {
        Unit one = part(piece(0, M0), piece(2, M2));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SET_STARTED, A, "");
            runTest(stream, 2, M1, A, "m1");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
            assertThat(sink.told).isEmpty();
            runTest(stream, 1, M2, A, "m2");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 PASSED a.A m0",
                        "1 TEST_STARTED a.A m1",
                        "1 PASSED a.A m1",
                        "1 TEST_STARTED a.A m2",
                        "1 PASSED a.A m2",
                        "1 SET_COMPLETED a.A 50 ms");
    }

    @Test
    void aClassTookAsLongAsItsPartsTogether() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            nowMillis += 1_000;
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            nowMillis += 5_000;
            tell(stream, 2, Kind.SET_STARTED, A, "");
            nowMillis += 200;
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told).containsExactly("2 SET_STARTED a.A", "2 SET_COMPLETED a.A 1200 ms");
    }

    @Test
    void aNestedClassOpensBeforeItsFirstTestAndClosesAfterItsLast() throws IOException {
        Unit one = part(piece(0, M0), piece(2, IN4));
        Unit two = part(piece(1, IN3), piece(3, ID + "[nested-class:Out]"));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SET_STARTED, "a.A$In", "");
            runTest(stream, 2, IN3, "a.A$In", "m3");
            tell(stream, 2, Kind.SET_COMPLETED, "a.A$In", "");
            tell(stream, 2, Kind.PIECE_STARTED, A, ID + "[nested-class:Out]");
            tell(stream, 2, Kind.SET_STARTED, "a.A$Out", "");
            tell(stream, 2, Kind.SET_STARTED, "a.A$Out$Deep", "");
            tell(stream, 2, Kind.SKIPPED, "a.A$Out$Deep", "m5");
            tell(stream, 2, Kind.SET_COMPLETED, "a.A$Out$Deep", "");
            tell(stream, 2, Kind.SET_COMPLETED, "a.A$Out", "");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SET_STARTED, "a.A$In", "");
            runTest(stream, 1, IN4, "a.A$In", "m4");
            tell(stream, 1, Kind.SET_COMPLETED, "a.A$In", "");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 PASSED a.A m0",
                        "1 SET_STARTED a.A$In",
                        "1 TEST_STARTED a.A$In m3",
                        "1 PASSED a.A$In m3",
                        "1 TEST_STARTED a.A$In m4",
                        "1 PASSED a.A$In m4",
                        "1 SET_COMPLETED a.A$In 20 ms",
                        "1 SET_STARTED a.A$Out",
                        "1 SET_STARTED a.A$Out$Deep",
                        "1 SKIPPED a.A$Out$Deep m5",
                        "1 SET_COMPLETED a.A$Out$Deep",
                        "1 SET_COMPLETED a.A$Out",
                        "1 SET_COMPLETED a.A 30 ms");
    }

    /** As from Surefire 3.5.4 on. */
    @Test
    void nestedClassesWithTheNameOfTheOutermostAreToldApart() throws IOException {
        String other = ID + "[nested-class:Out]/[method:m5()]";
        Unit one = part(piece(0, IN3), piece(2, other));
        Unit two = part(piece(1, IN4));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, IN3, A, "m3");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, other, A, "m5");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SET_STARTED, A, "");
            runTest(stream, 2, IN4, A, "m4");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told.stream().filter(line -> !line.contains("PASSED")))
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 SET_STARTED a.A",
                        "2 TEST_STARTED a.A m3",
                        "2 TEST_STARTED a.A m4",
                        "2 SET_COMPLETED a.A 20 ms",
                        "2 SET_STARTED a.A",
                        "2 TEST_STARTED a.A m5",
                        "2 SET_COMPLETED a.A 10 ms",
                        "2 SET_COMPLETED a.A 30 ms");
    }

    @Test
    void ofADisabledClassEachTestIsSkippedOnceAndInOrder() throws IOException {
        Unit one = part(piece(1, M1), piece(2, IN3));
        Unit two = part(piece(0, M0), piece(3, IN4));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.SKIPPED, A, "m1");
            tell(stream, 1, Kind.SKIPPED, "a.A$In", "");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SKIPPED, A, "m0");
            tell(stream, 2, Kind.SKIPPED, "a.A$In", "");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told)
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 SKIPPED a.A m0",
                        "2 SKIPPED a.A m1",
                        "2 SKIPPED a.A$In",
                        "2 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void aDisabledNestedClassIsOneSet() throws IOException {
        Unit one = part(piece(0, M0), piece(2, IN4));
        Unit two = part(piece(1, IN3));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SET_STARTED, "a.A$In", "");
            tell(stream, 1, Kind.SKIPPED, "a.A$In", "m4");
            tell(stream, 1, Kind.SET_COMPLETED, "a.A$In", "");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SET_STARTED, "a.A$In", "");
            tell(stream, 2, Kind.SKIPPED, "a.A$In", "m3");
            tell(stream, 2, Kind.SET_COMPLETED, "a.A$In", "");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told.subList(3, 7))
                .containsExactly(
                        "2 SET_STARTED a.A$In",
                        "2 SKIPPED a.A$In m3",
                        "2 SKIPPED a.A$In m4",
                        "2 SET_COMPLETED a.A$In 0 ms");
    }

    @Test
    void aFailureOfTheSetUpOfAClassIsToldOnce() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            for (int worker = 1; worker <= 2; worker++) {
                tell(stream, worker, Kind.SET_STARTED, A, "");
                tell(stream, worker, Kind.ERROR, A, "");
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
            }
            stream.unitEnded(1, one);
            stream.unitEnded(2, two);
        }

        assertThat(sink.told).containsExactly("2 SET_STARTED a.A", "2 ERROR a.A", "2 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void aFailureOfTheTearDownOfAClassIsToldOnceAndLast() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.FAILED, A, "");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            runTest(stream, 2, M1, A, "m1");
            tell(stream, 2, Kind.FAILED, A, "");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told).containsOnlyOnce("2 FAILED a.A");
        assertThat(sink.told).endsWith("2 PASSED a.A m1", "2 FAILED a.A", "2 SET_COMPLETED a.A 20 ms");
    }

    /** As from Surefire 3.6 on. */
    @Test
    void resultsOfAClassThatHaveANameAreToldOnceToo() throws IOException {
        Unit one = part(piece(0, M0), piece(2, IN3));
        Unit two = part(piece(1, M1), piece(3, IN4));
        try (ReportStream stream = begin(false, one, two)) {
            for (int worker = 1; worker <= 2; worker++) {
                tell(stream, worker, Kind.SET_STARTED, A, "");
                runTest(stream, worker, worker == 1 ? M0 : M1, A, "m" + (worker - 1));
                tell(stream, worker, Kind.ERROR, A, "initializationError");
                tell(stream, worker, Kind.FAILED, A, "executionError");
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
            }
            stream.unitEnded(1, one);
            stream.unitEnded(2, two);
        }

        assertThat(sink.told)
                .endsWith(
                        "2 PASSED a.A m1",
                        "2 ERROR a.A initializationError",
                        "2 FAILED a.A executionError",
                        "2 SET_COMPLETED a.A 20 ms");
        assertThat(sink.told).containsOnlyOnce("2 ERROR a.A initializationError", "2 FAILED a.A executionError");
    }

    /** As from Surefire 3.6 on. */
    @Test
    void testsOfADisabledNestedClassWithoutASetAreSkippedInOrder() throws IOException {
        Unit one = part(piece(0, M0), piece(3, IN4));
        Unit two = part(piece(1, M1), piece(2, IN3));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SKIPPED, A, "m4");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            runTest(stream, 2, M1, A, "m1");
            tell(stream, 2, Kind.SKIPPED, A, "m3");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told)
                .endsWith("2 PASSED a.A m1", "2 SKIPPED a.A m3", "2 SKIPPED a.A m4", "2 SET_COMPLETED a.A 20 ms");
    }

    @Test
    void outputStaysWithThePieceNextToItInItsPart() throws IOException {
        Unit one = part(piece(0, M0), piece(2, M2));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            output(stream, 1, "set-up 1");
            tell(stream, 1, Kind.PIECE_STARTED, A, M0);
            tell(stream, 1, Kind.TEST_STARTED, A, "m0");
            output(stream, 1, "in m0");
            tell(stream, 1, Kind.PASSED, A, "m0");
            output(stream, 1, "after m0");
            runTest(stream, 1, M2, A, "m2");
            output(stream, 1, "tear-down 1");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            output(stream, 2, "set-up 2");
            runTest(stream, 2, M1, A, "m1");
            output(stream, 2, "tear-down 2");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told.stream().filter(line -> line.matches(".*(OUTPUT|TEST_STARTED).*")))
                .containsExactly(
                        "2 OUTPUT set-up 1",
                        "2 TEST_STARTED a.A m0",
                        "2 OUTPUT in m0",
                        "2 OUTPUT after m0",
                        "2 OUTPUT set-up 2",
                        "2 TEST_STARTED a.A m1",
                        "2 OUTPUT tear-down 2",
                        "2 TEST_STARTED a.A m2",
                        "2 OUTPUT tear-down 1");
    }

    @Test
    void whatIsNotOfASetGoesOnWithItsUnitAndItsWorker() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.PROPERTY, "", "");
            output(stream, 1, "before");
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.LOG, "", "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            assertThat(sink.told).containsExactly("1 PROPERTY ", "1 OUTPUT before", "1 LOG ");
            stream.unitEnded(2, two);
        }

        assertThat(sink.told).endsWith("2 PASSED a.A m0", "2 SET_COMPLETED a.A 10 ms");
    }

    @Test
    void aTestThatALostPartHadOpenIsAnErrorAndTheOthersKeepTheirResults() throws IOException {
        Unit one = part(piece(0, M0), piece(3, IN4));
        Unit two = part(piece(1, M1), piece(2, IN3));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SET_STARTED, "a.A$In", "");
            runTest(stream, 1, IN4, "a.A$In", "m4");
            tell(stream, 1, Kind.SET_COMPLETED, "a.A$In", "");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            runTest(stream, 2, M1, A, "m1");
            tell(stream, 2, Kind.SET_STARTED, "a.A$In", "");
            tell(stream, 2, Kind.PIECE_STARTED, A, IN3);
            tell(stream, 2, Kind.TEST_STARTED, "a.A$In", "m3");
            output(stream, 2, "last words");
            stream.unitLost(2, two, "exit code 137");
        }

        assertThat(sink.toldWithoutTimes())
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 TEST_STARTED a.A m0",
                        "2 PASSED a.A m0",
                        "2 TEST_STARTED a.A m1",
                        "2 PASSED a.A m1",
                        "2 SET_STARTED a.A$In",
                        "2 TEST_STARTED a.A$In m3",
                        "2 OUTPUT last words",
                        "2 failed a.A: exit code 137",
                        "2 TEST_STARTED a.A$In m4",
                        "2 PASSED a.A$In m4",
                        "2 SET_COMPLETED a.A$In",
                        "2 SET_COMPLETED a.A");
    }

    @Test
    void lostPartsWithoutAnOpenTestBlameTheClassOnce() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        Unit three = part(piece(2, M2));
        try (ReportStream stream = begin(false, one, two)) {
            stream.planned(List.of(three));
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            stream.unitLost(1, one, "first loss");
            stream.unitLost(2, two, "second loss");
            stream.unitStarted(2, three);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            runTest(stream, 2, M2, A, "m2");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, three);
        }

        assertThat(sink.toldWithoutTimes())
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 TEST_STARTED a.A m0",
                        "2 PASSED a.A m0",
                        "2 TEST_STARTED a.A m2",
                        "2 PASSED a.A m2",
                        "2 failed a.A: first loss|second loss",
                        "2 SET_COMPLETED a.A");
    }

    @Test
    void aClassOfWhichNoPartToldAnythingIsLost() throws IOException {
        Unit one = part(piece(0, M0));
        try (ReportStream stream = begin(false, one)) {
            stream.unitLost(1, one, "gone");
        }

        assertThat(sink.told).containsExactly("1 lost a.A: gone");
    }

    @Test
    void aLossInANestedClassThatIsOnePieceClosesItsSets() throws IOException {
        Unit one = part(piece(0, IN));
        try (ReportStream stream = begin(false, one)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.PIECE_STARTED, A, IN);
            tell(stream, 1, Kind.SET_STARTED, "a.A$In", "");
            tell(stream, 1, Kind.SET_STARTED, "a.A$In$Deep", "");
            tell(stream, 1, Kind.TEST_STARTED, "a.A$In$Deep", "m");
            stream.unitLost(1, one, "gone");
        }

        assertThat(sink.toldWithoutTimes())
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 SET_STARTED a.A$In",
                        "1 SET_STARTED a.A$In$Deep",
                        "1 TEST_STARTED a.A$In$Deep m",
                        "1 failed a.A: gone",
                        "1 SET_COMPLETED a.A$In$Deep",
                        "1 SET_COMPLETED a.A$In",
                        "1 SET_COMPLETED a.A");
    }

    @Test
    void repetitionsFollowTheClassAndAreMergedAsItIs() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            for (int worker = 2; worker >= 1; worker--) {
                String method = "m" + (worker - 1);
                tell(stream, worker, Kind.SET_STARTED, A, "");
                runTest(stream, worker, worker == 1 ? M0 : M1, A, method);
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
                tell(stream, worker, Kind.RERUNS_STARTED, "", "");
                tell(stream, worker, Kind.SET_STARTED, A, "");
                runTest(stream, worker, worker == 1 ? M0 : M1, A, method);
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
            }
            stream.unitEnded(2, two);
            stream.unitEnded(1, one);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 PASSED a.A m0",
                        "1 TEST_STARTED a.A m1",
                        "1 PASSED a.A m1",
                        "1 SET_COMPLETED a.A 20 ms",
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 PASSED a.A m0",
                        "1 TEST_STARTED a.A m1",
                        "1 PASSED a.A m1",
                        "1 SET_COMPLETED a.A 20 ms");
    }

    @Test
    void eachRoundOfRepetitionsIsMergedAndTellsAFailedSetUpOnce() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            for (int worker = 1; worker <= 2; worker++) {
                for (int round = 0; round < 3; round++) {
                    if (round > 0) {
                        tell(stream, worker, Kind.RERUNS_STARTED, "", "");
                    }
                    tell(stream, worker, Kind.SET_STARTED, A, "");
                    if (round < 2) {
                        output(stream, worker, "set-up " + worker + " in round " + round);
                        tell(stream, worker, Kind.ERROR, A, "");
                    } else {
                        runTest(stream, worker, worker == 1 ? M0 : M1, A, "m" + (worker - 1));
                    }
                    tell(stream, worker, Kind.SET_COMPLETED, A, "");
                }
            }
            stream.unitEnded(2, two);
            stream.unitEnded(1, one);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 OUTPUT set-up 1 in round 0",
                        "1 ERROR a.A",
                        "1 OUTPUT set-up 2 in round 0",
                        "1 SET_COMPLETED a.A 0 ms",
                        "1 SET_STARTED a.A",
                        "1 OUTPUT set-up 1 in round 1",
                        "1 ERROR a.A",
                        "1 OUTPUT set-up 2 in round 1",
                        "1 SET_COMPLETED a.A 0 ms",
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 PASSED a.A m0",
                        "1 TEST_STARTED a.A m1",
                        "1 PASSED a.A m1",
                        "1 SET_COMPLETED a.A 20 ms");
    }

    @Test
    void aPartWhoseTestPassesInItsFirstRoundHasNoSecondOne() throws IOException {
        Unit flaky = part(piece(0, M0));
        Unit failing = part(piece(1, M1));
        try (ReportStream stream = begin(false, flaky, failing)) {
            for (int round = 0; round < 3; round++) {
                if (round > 0) {
                    tell(stream, 2, Kind.RERUNS_STARTED, "", "");
                }
                runSet(stream, 2, M1, Kind.FAILED);
            }
            stream.unitEnded(2, failing);
            runSet(stream, 1, M0, Kind.FAILED);
            tell(stream, 1, Kind.RERUNS_STARTED, "", "");
            runSet(stream, 1, M0, Kind.PASSED);
            stream.unitEnded(1, flaky);
        }

        assertThat(sink.told.stream().filter(line -> !line.contains("TEST_STARTED")))
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 FAILED a.A m0",
                        "1 FAILED a.A m1",
                        "1 SET_COMPLETED a.A 0 ms",
                        "1 SET_STARTED a.A",
                        "1 PASSED a.A m0",
                        "1 FAILED a.A m1",
                        "1 SET_COMPLETED a.A 0 ms",
                        "1 SET_STARTED a.A",
                        "1 FAILED a.A m1",
                        "1 SET_COMPLETED a.A 0 ms");
    }

    /** As from Surefire 3.5.4 on; only what failed before tells which of the nested classes it is. */
    @Test
    void aNestedClassWhoseSetUpFailsOnceMoreIsTheOneThatFailedBefore() throws IOException {
        String out5 = ID + "[nested-class:Out]/[method:m5()]";
        String out6 = ID + "[nested-class:Out]/[method:m6()]";
        Unit one = part(piece(0, IN3), piece(2, out5));
        Unit two = part(piece(1, IN4), piece(3, out6));
        try (ReportStream stream = begin(false, one, two)) {
            for (int worker = 1; worker <= 2; worker++) {
                tell(stream, worker, Kind.SET_STARTED, A, "");
                tell(stream, worker, Kind.SET_STARTED, A, "");
                runTest(stream, worker, worker == 1 ? IN3 : IN4, A, worker == 1 ? "m3" : "m4");
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
                tell(stream, worker, Kind.SET_STARTED, A, "");
                tell(stream, worker, Kind.ERROR, A, "");
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
                tell(stream, worker, Kind.RERUNS_STARTED, "", "");
                tell(stream, worker, Kind.SET_STARTED, A, "");
                tell(stream, worker, Kind.SET_STARTED, A, "");
                if (worker == 1) {
                    tell(stream, worker, Kind.ERROR, A, "");
                } else {
                    runTest(stream, worker, out6, A, "m6");
                }
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
            }
            stream.unitEnded(1, one);
            stream.unitEnded(2, two);
        }

        assertThat(sink.toldWithoutTimes().subList(11, sink.told.size()))
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 SET_STARTED a.A",
                        "2 ERROR a.A",
                        "2 TEST_STARTED a.A m6",
                        "2 PASSED a.A m6",
                        "2 SET_COMPLETED a.A",
                        "2 SET_COMPLETED a.A");
    }

    @Test
    void ofADisabledClassNamesThatAreInOneAnotherAreToldApart() throws IOException {
        String never = ID + "[method:never()]";
        String neverEither = ID + "[method:neverEither()]";
        String neverAgain = ID + "[method:never again()]";
        Unit one = part(piece(0, never), piece(1, neverEither), piece(3, neverAgain));
        Unit two = part(piece(2, M1));
        try (ReportStream stream = begin(false, one, two)) {
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SKIPPED, A, "m1");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(2, two);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.SKIPPED, A, "never again");
            tell(stream, 1, Kind.SKIPPED, A, "neverEither");
            tell(stream, 1, Kind.SKIPPED, A, "never");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 SKIPPED a.A never",
                        "1 SKIPPED a.A neverEither",
                        "1 SKIPPED a.A m1",
                        "1 SKIPPED a.A never again",
                        "1 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void ofADisabledClassEachNestedClassIsSkippedOnceInWhateverOrderPartsTellThem() throws IOException {
        Unit one = part(piece(0, M0), piece(1, IN3), piece(3, ID + "[nested-class:Out]/[method:m5()]"));
        Unit two = part(
                piece(2, IN4),
                piece(4, ID + "[nested-class:Out]/[nested-class:In]/[method:m6()]"),
                piece(5, ID + "[nested-class:Last]"));
        try (ReportStream stream = begin(false, one, two)) {
            skipAll(stream, 1, "a.A$Out", "a.A$In", "m0");
            skipAll(stream, 2, "a.A$In", "a.A$Last", "a.A$Out");
            stream.unitEnded(1, one);
            stream.unitEnded(2, two);
        }

        assertThat(sink.told)
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 SKIPPED a.A m0",
                        "2 SKIPPED a.A$In",
                        "2 SKIPPED a.A$Out",
                        "2 SKIPPED a.A$Last",
                        "2 SET_COMPLETED a.A 0 ms");
    }

    /** As from Surefire 3.5.4 on. */
    @Test
    void ofADisabledClassEachNestedClassIsSkippedOnceThoughAllHaveOneName() throws IOException {
        Unit one = part(piece(0, M0), piece(1, IN3), piece(3, ID + "[nested-class:Out]/[method:m5()]"));
        Unit two = part(piece(2, IN4), piece(4, ID + "[nested-class:Last]"));
        try (ReportStream stream = begin(false, one, two)) {
            skipAll(stream, 1, A, A, "m0");
            skipAll(stream, 2, A, A);
            stream.unitEnded(1, one);
            stream.unitEnded(2, two);
        }

        assertThat(sink.told)
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 SKIPPED a.A m0",
                        "2 SKIPPED a.A",
                        "2 SKIPPED a.A",
                        "2 SKIPPED a.A",
                        "2 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void aPartThatTheUserWantsToSkipIsNoErrorOfItsClass() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.planned(List.of(one, two));
            stream.unitStarted(1, one);
            stream.unitSkipped(two);
            runSet(stream, 1, M0, Kind.FAILED);
            assertThat(sink.told).isEmpty();
            stream.unitEnded(1, one);
            assertThat(sink.told).hasSize(4);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 SET_STARTED a.A", "1 TEST_STARTED a.A m0", "1 FAILED a.A m0", "1 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void aClassIsHandedOnWhenAllThatWasMissingIsSkipped() throws IOException {
        Unit one = part(piece(0, M0));
        Unit group = new Unit(
                "g",
                List.of(ClassPart.whole("b.B"), new ClassPart(A, List.of(piece(1, M1)))),
                "g",
                Strategy.SERIAL,
                Set.of(),
                false);
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.planned(List.of(one, group));
            stream.unitStarted(1, one);
            runSet(stream, 1, M0, Kind.PASSED);
            stream.unitEnded(1, one);
            assertThat(sink.told).isEmpty();
            stream.unitSkipped(group);
            assertThat(sink.told).hasSize(4);
        }

        assertThat(sink.told).endsWith("1 PASSED a.A m0", "1 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void aClassThatIsCompleteBySkippingWaitsForTheOneThatIsHandedOnAtOnce() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        Unit whole = new Unit("b.B", List.of("b.B"));
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.planned(List.of(one, whole, two));
            stream.unitStarted(1, one);
            runSet(stream, 1, M0, Kind.PASSED);
            stream.unitEnded(1, one);
            stream.unitStarted(1, whole);
            tell(stream, 1, Kind.SET_STARTED, "b.B", "");
            stream.unitSkipped(two);
            tell(stream, 1, Kind.SET_COMPLETED, "b.B", "");
            assertThat(sink.told).containsExactly("1 SET_STARTED b.B", "1 SET_COMPLETED b.B");
            stream.unitEnded(1, whole);
        }

        assertThat(sink.told).hasSize(6).endsWith("1 PASSED a.A m0", "1 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void ofAClassThatIsSkippedAsAWholeNothingIsTold() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.planned(List.of(one, two));
            stream.unitSkipped(one);
            stream.unitSkipped(two);
        }

        assertThat(sink.told).isEmpty();
    }

    @Test
    void aLostPartIsAnErrorThoughTheOthersAreSkipped() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.planned(List.of(one, two));
            stream.unitStarted(1, one);
            stream.unitSkipped(two);
            stream.unitLost(1, one, "gone");
        }

        assertThat(sink.told).containsExactly("1 lost a.A: gone");
    }

    @Test
    void aPartThatIsLostInItsRepetitionsHasItsLossThere() throws IOException {
        Unit one = part(piece(0, M0));
        try (ReportStream stream = begin(false, one)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            tell(stream, 1, Kind.RERUNS_STARTED, "", "");
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.TEST_STARTED, A, "m0");
            stream.unitLost(1, one, "gone");
        }

        assertThat(sink.toldWithoutTimes().subList(3, sink.told.size()))
                .containsExactly(
                        "1 SET_COMPLETED a.A",
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 failed a.A: gone",
                        "1 SET_COMPLETED a.A");
    }

    @Test
    void aGroupOfWholeClassesAndPartsIsDivided() throws IOException {
        ClassPart first = new ClassPart(A, List.of(piece(0, M0)));
        Unit group = new Unit(
                "g",
                List.of(ClassPart.whole("b.B"), first, ClassPart.whole("c.C")),
                "g",
                Strategy.SERIAL,
                Set.of(),
                false);
        Unit rest = part(piece(1, M1));
        try (ReportStream stream = begin(true, group, rest)) {
            for (String name : List.of("b.B", A, "c.C")) {
                tell(stream, 1, Kind.SET_STARTED, name, "");
                runTest(stream, 1, name.equals(A) ? M0 : "", name, "m0");
                tell(stream, 1, Kind.SET_COMPLETED, name, "");
            }
            tell(stream, 1, Kind.RERUNS_STARTED, "", "");
            for (String name : List.of(A, "c.C")) {
                tell(stream, 1, Kind.SET_STARTED, name, "");
                tell(stream, 1, Kind.SET_COMPLETED, name, "");
            }
            assertThat(sink.told).isEmpty();
            stream.unitEnded(1, group);
            assertThat(sink.told)
                    .containsExactly(
                            "1 SET_STARTED b.B",
                            "1 TEST_STARTED b.B m0",
                            "1 PASSED b.B m0",
                            "1 SET_COMPLETED b.B",
                            "1 SET_STARTED c.C",
                            "1 TEST_STARTED c.C m0",
                            "1 PASSED c.C m0",
                            "1 SET_COMPLETED c.C",
                            "1 SET_STARTED c.C",
                            "1 SET_COMPLETED c.C");
            sink.told.clear();
            stream.unitEnded(2, rest);
        }

        assertThat(sink.told)
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 TEST_STARTED a.A m0",
                        "2 PASSED a.A m0",
                        "2 SET_COMPLETED a.A 10 ms",
                        "2 SET_STARTED a.A",
                        "2 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void ofALostGroupEachClassThatHadNotRunIsBlamed() throws IOException {
        ClassPart first = new ClassPart(A, List.of(piece(0, M0)));
        Unit group = new Unit(
                "g",
                List.of(ClassPart.whole("b.B"), first, ClassPart.whole("c.C")),
                "g",
                Strategy.SERIAL,
                Set.of(),
                false);
        try (ReportStream stream = begin(false, group)) {
            tell(stream, 1, Kind.SET_STARTED, "b.B", "");
            stream.unitLost(1, group, "gone");
        }

        assertThat(sink.told)
                .containsExactly("1 SET_STARTED b.B", "1 lost b.B: gone", "1 lost c.C: gone", "1 lost a.A: gone");
    }

    @Test
    void aRunThatWasAbortedTellsWhatThereIsAndBlamesTheClass() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        Unit three = part(piece(2, M2));
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.planned(List.of(one, two, three));
            stream.unitStarted(1, one);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            runTest(stream, 1, M0, A, "m0");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
            stream.unitStarted(2, two);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.PIECE_STARTED, A, M1);
            tell(stream, 2, Kind.TEST_STARTED, A, "m1");
            stream.workerEnded(2, 143);
            assertThat(sink.told).isEmpty();
        }

        assertThat(sink.toldWithoutTimes())
                .containsExactly(
                        "2 SET_STARTED a.A",
                        "2 TEST_STARTED a.A m0",
                        "2 PASSED a.A m0",
                        "2 TEST_STARTED a.A m1",
                        "2 failed a.A: worker 2 ended with exit code 143 before the test did",
                        "2 failed a.A: not all tests of a.A ran: the run ended before 1 of its 3 parts did",
                        "2 SET_COMPLETED a.A");
    }

    @Test
    void aTestThatIsOpenWhenTheRunIsClosedIsAnError() throws IOException {
        Unit one = part(piece(0, M0));
        try (ReportStream stream = begin(false, one)) {
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.PIECE_STARTED, A, M0);
            tell(stream, 1, Kind.TEST_STARTED, A, "m0");
        }

        assertThat(sink.toldWithoutTimes())
                .containsExactly(
                        "1 SET_STARTED a.A",
                        "1 TEST_STARTED a.A m0",
                        "1 failed a.A: the run ended before the test did",
                        "1 SET_COMPLETED a.A");
    }

    @Test
    void aClassOfWhichNothingBeganIsNotTold() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.planned(List.of(part(piece(0, M0)), part(piece(1, M1))));
        }

        assertThat(sink.told).isEmpty();
    }

    @Test
    void withOneWorkerOnlyWholeClassesAreHandedOnAtOnce() throws IOException {
        Unit one = part(piece(0, M0));
        Unit whole = new Unit("b.B", List.of("b.B"));
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.planned(List.of(one, whole));
            stream.unitStarted(1, whole);
            tell(stream, 1, Kind.SET_STARTED, "b.B", "");
            assertThat(sink.told).containsExactly("1 SET_STARTED b.B");
            tell(stream, 1, Kind.SET_COMPLETED, "b.B", "");
            stream.unitEnded(1, whole);
            stream.unitStarted(1, one);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            assertThat(sink.told).hasSize(2);
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, one);
        }

        assertThat(sink.told).endsWith("1 SET_STARTED a.A", "1 SET_COMPLETED a.A 0 ms");
    }

    @Test
    void largeOutputOfPartsGoesToTheFileAndComesBack() throws IOException {
        Unit one = part(piece(0, M0));
        Unit two = part(piece(1, M1));
        try (ReportStream stream = begin(false, one, two)) {
            for (int worker = 2; worker >= 1; worker--) {
                tell(stream, worker, Kind.SET_STARTED, A, "");
                tell(stream, worker, Kind.PIECE_STARTED, A, worker == 1 ? M0 : M1);
                tell(stream, worker, Kind.TEST_STARTED, A, "m" + worker);
                for (int i = 0; i < 6; i++) {
                    output(stream, worker, worker + "-" + i + "x".repeat(1 << 20));
                }
                tell(stream, worker, Kind.PASSED, A, "m" + worker);
                tell(stream, worker, Kind.SET_COMPLETED, A, "");
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
            stream.unitEnded(1, one);
            stream.unitEnded(2, two);
        }

        List<String> outputs = sink.told.stream()
                .filter(line -> line.contains("OUTPUT"))
                .map(line -> line.substring("2 OUTPUT ".length()).replaceFirst("x+$", ""))
                .toList();
        assertThat(outputs)
                .containsExactly("1-0", "1-1", "1-2", "1-3", "1-4", "1-5", "2-0", "2-1", "2-2", "2-3", "2-4", "2-5");
        assertThat(sink.told.stream().mapToLong(String::length).sum()).isGreaterThan(12 << 20);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private ReportStream begin(boolean atOnce, Unit... units) {
        ReportStream stream = new ReportStream(sink, atOnce, folder);
        stream.planned(List.of(units));
        for (int i = 0; i < units.length; i++) {
            stream.workerStarted(i + 1, 100 + i);
            stream.unitStarted(i + 1, units[i]);
        }
        return stream;
    }

    private static Selected piece(int position, String selector) {
        return new Selected(position, selector);
    }

    private static Unit part(Selected... pieces) {
        return new Unit(
                Arrays.toString(pieces),
                List.of(new ClassPart(A, List.of(pieces))),
                "",
                Strategy.FREE,
                Set.of(),
                false);
    }

    private void runTest(ReportStream stream, int worker, String selector, String className, String method) {
        if (!selector.isEmpty()) {
            tell(stream, worker, Kind.PIECE_STARTED, A, selector);
        }
        tell(stream, worker, Kind.TEST_STARTED, className, method);
        nowMillis += 10;
        tell(stream, worker, Kind.PASSED, className, method);
    }

    /** A part that is this one method of A. */
    private void runSet(ReportStream stream, int worker, String selector, Kind end) {
        tell(stream, worker, Kind.SET_STARTED, A, "");
        tell(stream, worker, Kind.PIECE_STARTED, A, selector);
        tell(stream, worker, Kind.TEST_STARTED, A, selector.equals(M0) ? "m0" : "m1");
        tell(stream, worker, end, A, selector.equals(M0) ? "m0" : "m1");
        tell(stream, worker, Kind.SET_COMPLETED, A, "");
    }

    /** A part of a disabled class, with its methods and the names of its nested classes. */
    private void skipAll(ReportStream stream, int worker, String... children) {
        tell(stream, worker, Kind.SET_STARTED, A, "");
        for (String child : children) {
            boolean isClass = child.startsWith(A);
            tell(stream, worker, Kind.SKIPPED, isClass ? child : A, isClass ? "" : child);
        }
        tell(stream, worker, Kind.SET_COMPLETED, A, "");
    }

    private void tell(ReportStream stream, int worker, Kind kind, String className, String method) {
        stream.reported(worker, event(kind, className, method, null));
    }

    private void output(ReportStream stream, int worker, String text) {
        stream.reported(worker, event(Kind.OUTPUT, "", "", new Output(text, true, true, null, null, null)));
    }

    private ReportEvent event(Kind kind, String className, String method, Object payload) {
        return new ReportEvent(
                kind, className, method, nowMillis, TimeUnit.MILLISECONDS.toNanos(nowMillis), false, payload);
    }

    private static final class Recording implements ReportSink {
        final List<String> told = new ArrayList<>();

        List<String> toldWithoutTimes() {
            return told.stream().map(line -> line.replaceFirst(" \\d+ ms$", "")).toList();
        }

        @Override
        public void emit(int worker, ReportEvent event) {
            told.add(worker + " " + text(event));
        }

        private static String text(ReportEvent event) {
            if (event.payload() instanceof Output output) {
                return event.kind() + " " + output.text();
            }
            return event.kind() + " " + event.className() + (event.method().isEmpty() ? "" : " " + event.method());
        }

        @Override
        public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
            told.add(worker + " " + text(event) + " " + elapsedMillis + " ms");
        }

        @Override
        public void failOpenTests(int worker, Loss loss) {
            told.add(worker + " failed " + loss.className() + ": "
                    + loss.reason().replace(System.lineSeparator(), "|"));
        }

        @Override
        public void emitLoss(int worker, Loss loss) {
            told.add(worker + " lost " + loss.className() + ": " + loss.reason());
        }

        @Override
        public void endWorker(int worker, String reason) {}

        @Override
        public void finish() {}
    }
}

package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStreamTest {
    private static final Unit A = new Unit("a.A", List.of("a.A", "a.Second"));
    private static final Unit B = new Unit("b.B", List.of("b.B"));

    @TempDir
    Path folder;

    private final Recording sink = new Recording();

    @Test
    void whatTwoWorkersReportIsHandedOnOneUnitAfterTheOther() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            stream.reported(1, text("a1"));
            stream.reported(2, text("b1"));
            stream.reported(1, text("a2"));
            stream.reported(2, text("b2"));
            assertThat(sink.told).isEmpty();

            stream.unitEnded(2, B);
            assertThat(sink.told).containsExactly("2 b1", "2 b2");

            stream.unitEnded(1, A);
            assertThat(sink.told).containsExactly("2 b1", "2 b2", "1 a1", "1 a2");
        }
    }

    @Test
    void aUnitIsHandedOnOnce() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            stream.reported(1, text("a1"));

            stream.unitEnded(1, A);
            stream.unitEnded(1, A);
            stream.workerEnded(1, 0);
        }

        assertThat(sink.told).containsExactly("1 a1");
    }

    @Test
    void withOneWorkerEverythingIsHandedOnAtOnce() throws IOException {
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.workerStarted(1, 1);
            stream.reported(1, text("early"));
            assertThat(sink.told).containsExactly("1 early");
            stream.unitStarted(1, A);
            stream.reported(1, text("a1"));
            assertThat(sink.told).containsExactly("1 early", "1 a1");
            stream.unitLost(1, A, "crashed");
        }

        assertThat(sink.told).containsExactly("1 early", "1 a1", "1 lost a.A: crashed", "1 lost a.Second: crashed");
    }

    @Test
    void aLostUnitIsHandedOnAndThenItsLossIsTold() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            stream.reported(1, text("a1"));
            stream.reported(2, text("b1"));

            stream.unitLost(1, A, "exit code 137");
        }

        assertThat(sink.told).containsExactly("1 a1", "1 lost a.A: exit code 137", "1 lost a.Second: exit code 137");
    }

    @Test
    void ofALostUnitTheClassThatWasOpenIsBlamedAndEachThatHadNotBegun() throws IOException {
        Unit unit = new Unit("u", List.of("a.A", "b.B", "c.C", "d.D"));
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.unitStarted(1, unit);
            stream.reported(1, set(Kind.SET_STARTED, "a.A"));
            stream.reported(1, set(Kind.SET_COMPLETED, "a.A"));
            stream.reported(1, set(Kind.SET_STARTED, "c.C"));
            stream.unitLost(1, unit, "gone");
        }

        assertThat(sink.told.subList(3, 5)).containsExactly("1 lost c.C: gone", "1 lost d.D: gone");
    }

    @Test
    void whatIsLostBetweenTwoClassesBlamesTheNext() throws IOException {
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.unitStarted(1, A);
            stream.reported(1, set(Kind.SET_STARTED, "a.A"));
            stream.reported(1, set(Kind.SET_COMPLETED, "a.A"));
            stream.unitLost(1, A, "gone");
        }

        assertThat(sink.told.subList(2, 3)).containsExactly("1 lost a.Second: gone");
    }

    @Test
    void whatIsLostInRepetitionsBlamesNoClassThatHadRun() throws IOException {
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.unitStarted(1, A);
            stream.reported(1, set(Kind.SET_STARTED, "a.A"));
            stream.reported(1, set(Kind.SET_COMPLETED, "a.A"));
            stream.reported(1, set(Kind.SET_STARTED, "a.Second"));
            stream.reported(1, set(Kind.SET_COMPLETED, "a.Second"));
            stream.reported(1, set(Kind.RERUNS_STARTED, ""));
            stream.reported(1, set(Kind.SET_STARTED, "a.A"));
            stream.unitLost(1, A, "gone");
        }

        assertThat(sink.told.subList(5, 6)).containsExactly("1 lost a.A: gone");
    }

    private static final Unit TOGETHER = new Unit(
            "together",
            Stream.of("a.A", "b.B", "c.C").map(ClassPart::whole).toList(),
            "",
            Strategy.FREE,
            Set.of(),
            false,
            2);

    @Test
    void classesThatRunAtTheSameTimeAreHandedOnOneAfterTheOther() throws IOException {
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.unitStarted(1, TOGETHER);
            stream.reported(1, told(Kind.SET_STARTED, "a.A", "a starts"));
            stream.reported(1, told(Kind.SET_STARTED, "b.B", "b starts"));
            stream.reported(1, told(Kind.TEST_STARTED, "a.A", "a1"));
            stream.reported(1, told(Kind.TEST_STARTED, "a.A", "a2"));
            stream.reported(1, output("a.A", "a1", "out of a1", null));
            stream.reported(1, told(Kind.PASSED, "a.A", "a2"));
            stream.reported(1, told(Kind.PASSED, "a.A", "a1"));
            stream.reported(1, output("b.B", "", "out of b", null));
            stream.reported(1, output("", "", "out of a", "x.X#y;a.A$In#m"));
            stream.reported(1, told(Kind.SET_STARTED, "b.B$In", "nested starts"));
            stream.reported(1, told(Kind.PASSED, "b.B", "b1"));
            stream.reported(1, told(Kind.PASSED, "b.B$In", "nested1"));
            stream.reported(1, told(Kind.SET_COMPLETED, "b.B$In", "nested ends"));
            assertThat(sink.told).isEmpty();

            stream.reported(1, told(Kind.SET_COMPLETED, "b.B", "b ends"));
            assertThat(sink.told)
                    .containsExactly(
                            "1 b starts",
                            "1 out of b",
                            "1 b1",
                            "1 nested starts",
                            "1 nested1",
                            "1 nested ends",
                            "1 b ends");
            sink.told.clear();

            stream.reported(1, told(Kind.SET_COMPLETED, "a.A", "a ends"));
            stream.reported(1, output("", "", "late", null));
            assertThat(sink.told)
                    .containsExactly(
                            "1 a starts", "1 a1", "1 out of a1", "1 a1", "1 a2", "1 a2", "1 out of a", "1 a ends");
            sink.told.clear();

            stream.unitEnded(1, TOGETHER);
            assertThat(sink.told).containsExactly("1 late");
        }
    }

    @Test
    void ofClassesThatRunAtTheSameTimeTheOpenOnesAndThoseThatHadNotBegunAreLost() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.unitStarted(1, TOGETHER);
            stream.reported(1, told(Kind.SET_STARTED, "a.A", "a starts"));
            stream.reported(1, told(Kind.SET_STARTED, "b.B", "b starts"));
            stream.reported(1, told(Kind.SET_COMPLETED, "a.A", "a ends"));
            sink.told.clear();
            stream.unitLost(1, TOGETHER, "gone");
        }

        assertThat(sink.told).containsExactly("1 b starts", "1 lost b.B: gone", "1 lost c.C: gone");
    }

    @Test
    void ofClassesThatRunAtTheSameTimeThoseThatGoOnElsewhereAreNotLost() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.unitStarted(1, TOGETHER);
            stream.reported(1, told(Kind.SET_STARTED, "a.A", "a starts"));
            stream.reported(1, told(Kind.SET_STARTED, "b.B", "b starts"));
            stream.reported(1, told(Kind.SET_COMPLETED, "a.A", "a ends"));
            sink.told.clear();
            stream.restPlanned(1, TOGETHER, new Unit("rest", List.of("c.C")));
            stream.unitLost(1, TOGETHER, "gone");
        }

        assertThat(sink.told).containsExactly("1 b starts", "1 lost b.B: gone");
    }

    @Test
    void aLossAfterAllClassesHadEndedIsTold() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.unitStarted(1, TOGETHER);
            for (String name : TOGETHER.classes()) {
                stream.reported(1, told(Kind.SET_STARTED, name, ""));
                stream.reported(1, told(Kind.SET_COMPLETED, name, ""));
            }
            sink.told.clear();
            stream.unitLost(1, TOGETHER, "gone");
        }

        assertThat(sink.told).containsExactly("1 lost a.A: gone");
    }

    @Test
    void ofClassesThatRunAtTheSameTimeThoseThatAreOpenWhenTheWorkerEndsAreLost() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            stream.unitStarted(1, TOGETHER);
            stream.reported(1, told(Kind.SET_STARTED, "b.B", "b starts"));
            stream.workerEnded(1, 3);
        }

        assertThat(sink.told)
                .containsExactly("1 b starts", "1 lost b.B: worker 1 ended with exit code 3 before the test did");
    }

    @Test
    void invocationsWithOneNameKeepTheirOutput() throws IOException {
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.unitStarted(1, TOGETHER);
            stream.reported(1, told(Kind.SET_STARTED, "a.A", "a starts"));
            for (int id : new int[] {1, 2}) {
                stream.reported(1, invocation(Kind.TEST_STARTED, id, "r"));
            }
            for (int id : new int[] {2, 1}) {
                stream.reported(
                        1, invocation(Kind.OUTPUT, id, new Output("out of r" + id, true, false, null, null, null)));
            }
            for (int id : new int[] {2, 1}) {
                stream.reported(1, invocation(Kind.PASSED, id, "r"));
            }
            stream.reported(1, told(Kind.SET_COMPLETED, "a.A", "a ends"));
            assertThat(sink.told)
                    .containsExactly(
                            "1 a starts", "1 r", "1 out of r1", "1 r", "1 r", "1 out of r2", "1 r", "1 a ends");
            stream.unitEnded(1, TOGETHER);
        }
    }

    private static ReportEvent invocation(Kind kind, int id, Object payload) {
        return new ReportEvent(kind, "a.A", "r", 1, 2, false, id, payload);
    }

    @Test
    void whatRanBesideALostTestIsToldOnceByTheNextWorker() throws IOException {
        Unit unit = new Unit("a.A", List.of(ClassPart.whole("a.A")), "", Strategy.FREE, Set.of(), false, 2);
        ClassPart left = ClassPart.whole("a.A").without(Set.of(id("done"), id("slow")));
        Unit rest = new Unit("a.A (rest)", List.of(left), "", Strategy.FREE, Set.of(), false);
        try (ReportStream stream = new ReportStream(sink, true, folder)) {
            stream.workerStarted(1, 17);
            stream.unitStarted(1, unit);
            stream.reported(1, told(Kind.SET_STARTED, "a.A", "starts"));
            for (String test : List.of("done", "beside", "slow")) {
                stream.reported(1, new ReportEvent(Kind.PIECE_STARTED, "a.A", id(test), 1, 2, false, null));
                stream.reported(1, told(Kind.TEST_STARTED, "a.A", test));
            }
            stream.reported(1, output("a.A", "beside", "lost output", null));
            stream.reported(1, told(Kind.PASSED, "a.A", "done"));
            stream.restPlanned(1, unit, rest);
            stream.unitLost(1, unit, "too slow");
            stream.workerEnded(1, 137);
            assertThat(sink.told).isEmpty();

            stream.workerStarted(1, 18);
            stream.unitStarted(1, rest);
            stream.reported(1, told(Kind.SET_STARTED, "a.A", "starts again"));
            stream.reported(1, told(Kind.TEST_STARTED, "a.A", "beside"));
            stream.reported(1, output("a.A", "beside", "output", null));
            stream.reported(1, told(Kind.PASSED, "a.A", "beside"));
            stream.reported(1, told(Kind.SET_COMPLETED, "a.A", "ends"));
            stream.unitEnded(1, rest);
        }

        assertThat(sink.told)
                .containsExactly(
                        "1 starts",
                        "1 done",
                        "1 done",
                        "1 slow",
                        "1 failed a.A: too slow",
                        "1 beside",
                        "1 output",
                        "1 beside",
                        "1 ends");
    }

    private static String id(String method) {
        return "[engine:junit-jupiter]/[class:a.A]/[method:" + method + "()]";
    }

    private static ReportEvent told(Kind kind, String className, String text) {
        boolean isOfClass = kind == Kind.SET_STARTED || kind == Kind.SET_COMPLETED;
        return new ReportEvent(kind, className, isOfClass ? "" : text, 1, 2, false, text);
    }

    private static ReportEvent output(String className, String method, String text, @Nullable String stack) {
        return new ReportEvent(
                Kind.OUTPUT, className, method, 1, 2, false, new Output(text, true, false, null, null, stack));
    }

    @Test
    void whatAWorkerToldOutsideOfItsUnitsIsHandedOnWhenItEnds() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            stream.unitEnded(1, A);
            stream.reported(1, text("a rerun"));

            stream.workerEnded(1, 0);
        }

        assertThat(sink.told).containsExactly("1 a rerun");
    }

    @Test
    void outputThatIsTooMuchForTheMemoryComesBackInItsOrder() throws IOException {
        String large = "ü".repeat(1 << 20);
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            for (int i = 0; i < 12; i++) {
                stream.reported(1, event(Kind.TEST_STARTED, "m" + i, null));
                stream.reported(1, output(i + large));
                stream.reported(1, event(Kind.PASSED, "m" + i, null));
            }
            assertThat(spillFiles()).hasSize(1);

            stream.unitEnded(1, A);

            assertThat(sink.events).hasSize(36);
            for (int i = 0; i < 12; i++) {
                assertThat(sink.events.get(3 * i).kind()).isEqualTo(Kind.TEST_STARTED);
                assertThat(textOf(sink.events.get(3 * i + 1)).equals(i + large)).isTrue();
                assertThat(sink.events.get(3 * i + 2).method()).isEqualTo("m" + i);
            }
        }
        assertThat(spillFiles()).isEmpty();
    }

    @Test
    void whatWasHandedOnMakesRoomForMore() throws IOException {
        String large = "x".repeat(3 << 20);
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            for (int i = 0; i < 5; i++) {
                stream.reported(1, output(large));
                stream.reported(1, output(large));
                stream.unitEnded(1, A);
            }

            assertThat(spillFiles()).isEmpty();
        }
        assertThat(sink.events).hasSize(10);
    }

    @Test
    void theSinkIsToldOfTheEndOnceAndLast() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder)) {
            begin(stream);
            stream.reported(1, text("a1"));
            stream.workerEnded(1, 0);
            assertThat(sink.finished).isZero();
        }

        assertThat(sink.told).containsExactly("1 a1");
        assertThat(sink.finished).isEqualTo(1);
    }

    @Test
    void withoutLargeOutputThereIsNoFile() throws IOException {
        try (ReportStream stream = new ReportStream(sink, false, folder.resolve("not there"))) {
            begin(stream);
            stream.reported(1, output("small"));
            stream.unitEnded(1, A);
        }

        assertThat(sink.events).hasSize(1);
    }

    /** However the workers' reports interleave: nothing is lost, and what a worker told in a unit stays together. */
    @Property
    void eventsOfAUnitStayTogetherAndInTheirOrder(@ForAll List<@IntRange(min = 0, max = 11) Integer> steps)
            throws IOException {
        Recording recorded = new Recording();
        Map<Integer, List<String>> told = new HashMap<>();
        Map<Integer, Integer> units = new HashMap<>();
        try (ReportStream stream = new ReportStream(recorded, false, Path.of("target"))) {
            int count = 0;
            for (int step : steps) {
                int worker = step % 3;
                if (step < 9) {
                    String text = "unit" + units.getOrDefault(worker, 0) + " " + count++;
                    told.computeIfAbsent(worker, key -> new ArrayList<>()).add(worker + " " + text);
                    stream.reported(worker, text(text));
                } else {
                    units.merge(worker, 1, Integer::sum);
                    stream.unitEnded(worker, B);
                }
            }
            for (int worker = 0; worker < 3; worker++) {
                stream.workerEnded(worker, 0);
            }
        }

        List<String> blocks = new ArrayList<>();
        for (String line : recorded.told) {
            String block = line.substring(0, line.lastIndexOf(' '));
            if (blocks.isEmpty() || !blocks.get(blocks.size() - 1).equals(block)) {
                blocks.add(block);
            }
        }
        assertThat(blocks).doesNotHaveDuplicates();
        for (int worker = 0; worker < 3; worker++) {
            String prefix = worker + " ";
            assertThat(recorded.told.stream().filter(line -> line.startsWith(prefix)))
                    .isEqualTo(told.getOrDefault(worker, List.of()));
        }
    }

    private static void begin(ReportStream stream) {
        stream.workerStarted(1, 101);
        stream.workerStarted(2, 102);
        stream.unitStarted(1, A);
        stream.unitStarted(2, B);
    }

    private List<Path> spillFiles() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static ReportEvent text(String method) {
        return event(Kind.PASSED, method, null);
    }

    private static ReportEvent set(Kind kind, String className) {
        return new ReportEvent(kind, className, "", 1, 2, false, null);
    }

    private static ReportEvent output(String text) {
        return event(Kind.OUTPUT, "", new Output(text, true, true, "NORMAL_RUN", 7L, null));
    }

    private static ReportEvent event(Kind kind, String method, Object payload) {
        return new ReportEvent(kind, "a.A", method, 1, 2, false, payload);
    }

    private static String textOf(ReportEvent event) {
        if (event.payload() instanceof Output output) {
            return output.text();
        }
        return event.payload() instanceof String text ? text : event.method();
    }

    private static final class Recording implements ReportSink {
        final List<String> told = new ArrayList<>();
        final List<ReportEvent> events = new ArrayList<>();
        final List<Integer> ended = new ArrayList<>();
        int finished;

        @Override
        public void emit(int worker, ReportEvent event) {
            told.add(worker + " " + textOf(event));
            events.add(event);
        }

        @Override
        public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
            emit(worker, event);
        }

        @Override
        public void failOpenTests(int worker, Loss loss) {
            told.add(worker + " failed " + loss.className() + ": " + loss.reason());
        }

        @Override
        public void emitLoss(int worker, Loss loss) {
            told.add(worker + " lost " + loss.className() + ": " + loss.reason());
        }

        @Override
        public void endWorker(int worker, String reason) {
            ended.add(worker);
        }

        @Override
        public void finish() {
            finished++;
        }
    }
}

package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Keep.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepTest {
    private static final int MORE_THAN_THE_MEMORY_HOLDS = 9 * 1024 * 1024;

    private static ReportEvent event(Kind kind, String method, Object payload) {
        return new ReportEvent(kind, "a.ATest", method, 1, 2, false, 4_294_967_297L, payload);
    }

    private static ReportEvent output(String method, String text) {
        return event(Kind.OUTPUT, method, new Output(text, true, true, "NORMAL_RUN", 7L, null));
    }

    private static void fillTheMemory(Keep keep) {
        keep.add(new ArrayList<>(), output("big", "x".repeat(MORE_THAN_THE_MEMORY_HOLDS - 2 * 1024 * 1024)));
        keep.add(new ArrayList<>(), output("big", "x".repeat(1024 * 1024 - 200)));
    }

    @Property(tries = 50)
    void allComesBackInItsOrder(@ForAll("told") List<Tuple2<Integer, ReportEvent>> told) throws IOException {
        try (Keep keep = new Keep(Path.of("target"))) {
            fillTheMemory(keep);
            Map<Integer, List<Kept>> lists = new TreeMap<>();
            Map<Integer, List<ReportEvent>> expected = new TreeMap<>();
            told.forEach(to -> {
                keep.add(lists.computeIfAbsent(to.get1(), key -> new ArrayList<>()), to.get2());
                expected.computeIfAbsent(to.get1(), key -> new ArrayList<>()).add(to.get2());
            });
            lists.forEach((key, list) -> {
                List<ReportEvent> back = new ArrayList<>();
                list.forEach(kept -> keep.giveBack(kept, back::add));
                assertThat(back).isEqualTo(expected.get(key));
            });
        }
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, ReportEvent>>> told() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('\u0000', '\uD7FF')
                .withChars('\u0000', '\n', 'ü', '€')
                .ofMaxLength(200);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<String> methods = Arbitraries.of("one", "two");
        Arbitrary<ReportEvent> outputs = Combinators.combine(
                        texts,
                        flags,
                        flags,
                        Arbitraries.of("NORMAL_RUN", "RERUN_TEST_AFTER_FAILURE").injectNull(0.3),
                        Arbitraries.longs().injectNull(0.3),
                        texts.injectNull(0.3))
                .as(Output::new)
                .flatMap(output -> methods.map(method -> event(Kind.OUTPUT, method, output)));
        Arbitrary<ReportEvent> lines = Combinators.combine(Arbitraries.of(LogLine.Level.class), texts)
                .as((level, text) -> event(Kind.LOG, "", new LogLine(level, text)));
        Arbitrary<ReportEvent> long64 = methods.map(method -> output(method, "x".repeat(70_000)));
        Arbitrary<ReportEvent> ends = methods.map(method -> event(Kind.PASSED, method, "an entry"));
        return Arbitraries.frequencyOf(Tuple.of(6, outputs), Tuple.of(3, lines), Tuple.of(1, long64), Tuple.of(2, ends))
                .flatMap(event -> Arbitraries.integers().between(1, 2).map(list -> Tuple.of(list, event)))
                .list()
                .ofMaxSize(60);
    }

    @Test
    void ofAFloodOfShortLinesLittleStaysInMemory(@TempDir Path folder) throws IOException {
        try (Keep keep = new Keep(folder)) {
            fillTheMemory(keep);
            List<Kept> written = new ArrayList<>();
            List<Kept> logged = new ArrayList<>();
            for (int i = 0; i < 200_000; i++) {
                keep.add(written, output("floods", "line " + i));
                keep.add(logged, event(Kind.LOG, "", new LogLine(LogLine.Level.INFO, "native " + i)));
            }

            assertThat(written).hasSizeLessThan(300);
            assertThat(logged).hasSizeLessThan(300);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
        }
    }

    @Test
    void roomThatIsGivenBackIsUsedAgain(@TempDir Path folder) throws IOException {
        try (Keep keep = new Keep(folder)) {
            for (int i = 0; i < 5; i++) {
                List<Kept> kept = new ArrayList<>();
                keep.add(kept, output("big", "x".repeat(7 * 1024 * 1024)));
                kept.forEach(each -> keep.giveBack(each, back -> {}));
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }
}

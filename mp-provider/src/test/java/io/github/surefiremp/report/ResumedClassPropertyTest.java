package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A class with nested ones whose workers are lost again and again, at any point. */
class ResumedClassPropertyTest {
    private static final String A = "a.A";

    private final List<String> told = new ArrayList<>();

    @Property(tries = 300)
    void eachTestEndsOnceAndEachSetIsToldOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int nested, @ForAll boolean atOnce)
            throws IOException {
        told.clear();
        Random random = new Random(seed);
        Map<String, List<String>> tests = new HashMap<>();
        List<String> sets = new ArrayList<>();
        for (int i = 0; i <= nested; i++) {
            String set = i == 0 ? A : A + "$N" + i;
            sets.add(set);
            List<String> names = new ArrayList<>();
            for (int test = 0; test <= random.nextInt(4); test++) {
                names.add(set + "#t" + test);
            }
            tests.put(set, names);
        }
        Sink sink = new Sink();
        int losses = 0;
        try (ReportStream stream = new ReportStream(sink, atOnce, Path.of("target"))) {
            Unit unit = new Unit(A, List.of(A));
            Set<String> begun = new HashSet<>();
            boolean lost = true;
            while (lost) {
                stream.workerStarted(1, losses);
                stream.unitStarted(1, unit);
                lost = run(stream, sets, tests, begun, random);
                if (!lost) {
                    stream.unitEnded(1, unit);
                } else {
                    losses++;
                    Unit rest = new Unit(
                            "A (rest " + losses + ")",
                            List.of(ClassPart.whole(A).without(begun)),
                            "",
                            Strategy.FREE,
                            Set.of(),
                            false);
                    stream.restPlanned(1, unit, rest);
                    stream.unitLost(1, unit, "gone");
                    unit = rest;
                }
                stream.workerEnded(1, lost ? 9 : 0);
            }
        }

        List<String> all = tests.values().stream().flatMap(List::stream).toList();
        assertThat(told.stream().filter(line -> line.startsWith("end ")))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(name -> "end " + name).toList());
        assertThat(told.stream().filter(line -> line.startsWith("open "))).doesNotHaveDuplicates();
        assertThat(told.stream().filter(line -> line.startsWith("close ")).count())
                .isEqualTo(
                        told.stream().filter(line -> line.startsWith("open ")).count());
        assertThat(told.stream().filter("failed"::equals).count()).isEqualTo(losses);
        assertThat(told.get(0)).isEqualTo("open " + A);
        assertThat(told.get(told.size() - 1)).isEqualTo("close " + A);
    }

    /** Tells of all that has not begun; answers whether the worker was lost, which it is in a test or between two. */
    private static boolean run(
            ReportStream stream, List<String> sets, Map<String, List<String>> tests, Set<String> begun, Random random) {
        tell(stream, Kind.SET_STARTED, A, "");
        for (String set : sets) {
            List<String> left = tests.get(set).stream()
                    .filter(test -> !begun.contains(test))
                    .toList();
            if (left.isEmpty()) {
                continue;
            }
            if (!set.equals(A)) {
                tell(stream, Kind.SET_STARTED, set, "");
            }
            for (String test : left) {
                begun.add(test);
                tell(stream, Kind.PIECE_STARTED, A, test);
                tell(stream, Kind.TEST_STARTED, set, test);
                if (random.nextInt(4) == 0) {
                    return true;
                }
                tell(stream, Kind.PASSED, set, test);
                if (random.nextInt(8) == 0) {
                    return true;
                }
            }
            if (!set.equals(A)) {
                tell(stream, Kind.SET_COMPLETED, set, "");
            }
        }
        tell(stream, Kind.SET_COMPLETED, A, "");
        return false;
    }

    private static void tell(ReportStream stream, Kind kind, String className, String method) {
        stream.reported(1, new ReportEvent(kind, className, method, 1, 2, false, null));
    }

    private final class Sink implements ReportSink {
        private final Set<String> open = new HashSet<>();

        @Override
        public void emit(int worker, ReportEvent event) {
            switch (event.kind()) {
                case SET_STARTED -> told.add("open " + event.className());
                case SET_COMPLETED -> told.add("close " + event.className());
                case TEST_STARTED -> assertThat(open.add(event.method())).isTrue();
                case PASSED -> {
                    assertThat(open.remove(event.method())).isTrue();
                    told.add("end " + event.method());
                }
                default -> throw new AssertionError(event);
            }
        }

        @Override
        public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
            emit(worker, event);
        }

        @Override
        public void failOpenTests(int worker, Loss loss) {
            told.add("failed");
            open.forEach(test -> told.add("end " + test));
            open.clear();
        }

        @Override
        public void emitLoss(int worker, Loss loss) {
            throw new AssertionError(loss);
        }

        @Override
        public void endWorker(int worker, String reason) {
            assertThat(open).isEmpty();
        }

        @Override
        public void finish() {}
    }
}

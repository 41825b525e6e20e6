package io.github.surefiremp.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastFailedTest {
    private static final TestClass A = type("a.A", 4);
    private static final TestClass B = type("b.B", 3);
    private static final TestClass C = type("c.C", 2);
    private static final List<TestClass> ALL = List.of(A, B, C);

    @Test
    void classesInWhichNothingFailedAreLeftOut() {
        assertThat(failed(Map.of("c.C", Set.of(), "a.A", Set.of(1))).classes(ALL))
                .containsExactly(A, C);
    }

    @Test
    void aClassIsCutDownToWhatFailed() {
        List<Unit> units = failed(Map.of("a.A", Set.of(3, 1))).pieces(List.of(whole("a.A")), ALL);

        assertThat(units).extracting(Unit::name).containsExactly("a.A");
        assertThat(units.get(0).parts()).containsExactly(part("a.A", 1, 3));
    }

    @Test
    void partsInWhichNothingFailedAreLeftOut() {
        LastFailed failed = failed(Map.of("a.A", Set.of(2)));

        List<Unit> units = failed.pieces(List.of(unit("a.A#1/2", 1, 0, 1), unit("a.A#2/2", 1, 2, 3)), ALL);

        assertThat(units).extracting(Unit::name).containsExactly("a.A#2/2");
        assertThat(units.get(0).parts()).containsExactly(part("a.A", 2));
    }

    @Test
    void aClassStaysWholeIfAllOfItFailedOrNobodyKnowsWhat() {
        assertThat(failed(Map.of("a.A", Set.of())).pieces(List.of(whole("a.A")), ALL))
                .containsExactly(whole("a.A"));
        assertThat(failed(Map.of("c.C", Set.of(0, 1))).pieces(List.of(whole("c.C")), ALL))
                .containsExactly(whole("c.C"));
    }

    @Test
    void whatRunsAtTheSameTimeStaysWhole() {
        Unit batch = new Unit("batch", List.of(ClassPart.whole("a.A")), "", Strategy.FREE, Set.of(), false, 4);

        assertThat(failed(Map.of("a.A", Set.of(1))).pieces(List.of(batch), ALL)).containsExactly(batch);
    }

    @Test
    void groupAndOrderOfASerialGroupStay() {
        Unit group = new Unit(
                "group \"g\"",
                List.of(ClassPart.whole("b.B"), ClassPart.whole("a.A")),
                "g",
                Strategy.ISOLATED_SERIAL,
                Set.of(),
                true);

        Unit rest = failed(Map.of("a.A", Set.of(0), "b.B", Set.of(2)))
                .pieces(List.of(group), ALL)
                .get(0);

        assertThat(rest.parts()).containsExactly(part("b.B", 2), part("a.A", 0));
        assertThat(rest.strategy()).isEqualTo(Strategy.ISOLATED_SERIAL);
        assertThat(rest.freshJvm()).isTrue();
    }

    @Test
    void whatFailedComesFirstAndBothKeepTheirOrder() {
        LastFailed failed = failed(Map.of("a.A", Set.of(3), "c.C", Set.of()));
        List<Unit> units = List.of(whole("b.B"), unit("a.A#1/2", 1, 0, 1), whole("c.C"), unit("a.A#2/2", 1, 2, 3));

        assertThat(failed.first(units, ALL)).extracting(Unit::name).containsExactly("c.C", "a.A#2/2", "b.B", "a.A#1/2");
    }

    private static LastFailed failed(Map<String, Set<Integer>> pieces) {
        return new LastFailed(new Failures() {
            @Override
            public boolean in(String className) {
                return pieces.containsKey(className);
            }

            @Override
            public Set<Integer> pieces(TestClass type) {
                return pieces.getOrDefault(type.name(), Set.of());
            }
        });
    }

    private static Unit whole(String className) {
        return new Unit(className, List.of(className));
    }

    private static Unit unit(String name, int threads, int... positions) {
        return new Unit(name, List.of(part("a.A", positions)), "", Strategy.FREE, Set.of(), false, threads);
    }

    private static ClassPart part(String className, int... positions) {
        return new ClassPart(
                className,
                IntStream.of(positions)
                        .mapToObj(position -> new Selected(position, className + position))
                        .toList());
    }

    private static TestClass type(String name, int pieces) {
        return new TestClass(
                name,
                pieces,
                List.of(),
                Set.of(),
                Cut.SAFE,
                "",
                List.of(),
                IntStream.range(0, pieces)
                        .mapToObj(i -> new Piece(name + i, name, "m" + i, 1, List.of(), Set.of(), "", List.of()))
                        .toList());
    }
}

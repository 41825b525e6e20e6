package io.github.surefiremp.discover;

import static io.github.surefiremp.discover.ParallelScope.ALL;
import static io.github.surefiremp.discover.ParallelScope.CHILDREN;
import static io.github.surefiremp.discover.ParallelScope.NONE;
import static io.github.surefiremp.discover.ParallelScope.PARAMETERS;
import static io.github.surefiremp.discover.ParallelScope.Place.AROUND;
import static io.github.surefiremp.discover.ParallelScope.Place.CLASS;
import static io.github.surefiremp.discover.ParallelScope.Place.METHOD;
import static io.github.surefiremp.discover.ParallelScope.Place.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.discover.ParallelScope.Mark;
import io.github.surefiremp.discover.ParallelScope.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParallelScopeTest {
    @Test
    void theNearestMarkHolds() {
        List<Mark> all = List.of(is(METHOD, PARAMETERS), is(CLASS, CHILDREN), is(AROUND, ALL), is(PACKAGE, CHILDREN));

        assertThat(ParallelScope.decide(all, false)).isEqualTo(PARAMETERS);
        assertThat(ParallelScope.decide(all.subList(1, 4), false)).isEqualTo(CHILDREN);
        assertThat(ParallelScope.decide(all.subList(2, 4), false)).isEqualTo(ALL);
        assertThat(ParallelScope.decide(all.subList(3, 4), false)).isEqualTo(CHILDREN);
        assertThat(ParallelScope.decide(List.of(nothing(METHOD), is(CLASS, ALL)), false))
                .isEqualTo(ALL);
        assertThat(ParallelScope.decide(List.of(nothing(METHOD), nothing(CLASS)), false))
                .isEqualTo(NONE);
    }

    @ParameterizedTest
    @EnumSource
    void notBeatsAll(Place place) {
        assertThat(ParallelScope.decide(
                        List.of(is(METHOD, ALL), is(CLASS, ALL), new Mark(place, true, ALL), is(PACKAGE, ALL)), false))
                .isEqualTo(NONE);
    }

    @Test
    void aClassThatStaysInOrderMustSayYesItself() {
        assertThat(ParallelScope.decide(List.of(is(PACKAGE, ALL)), true)).isEqualTo(NONE);
        assertThat(ParallelScope.decide(List.of(is(AROUND, CHILDREN)), true)).isEqualTo(NONE);
        assertThat(ParallelScope.decide(List.of(is(CLASS, CHILDREN), is(PACKAGE, ALL)), true))
                .isEqualTo(CHILDREN);
        assertThat(ParallelScope.decide(List.of(is(METHOD, ALL)), true)).isEqualTo(ALL);
    }

    @Test
    void neighboursWithTheSameScopeAreABatch() {
        assertThat(ParallelScope.batches(List.of())).isEmpty();
        assertThat(ParallelScope.batches(List.of(CHILDREN, CHILDREN, NONE, CHILDREN, ALL, ALL)))
                .containsExactly(List.of(0, 1), List.of(2), List.of(3), List.of(4, 5));
        assertThat(ParallelScope.batches(List.of(PARAMETERS, PARAMETERS, NONE, NONE)))
                .containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));
    }

    private static Mark is(Place place, ParallelScope scope) {
        return new Mark(place, false, scope);
    }

    private static Mark nothing(Place place) {
        return new Mark(place, false, null);
    }
}

package io.github.surefiremp.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static long heaviest(List<List<Long>> slices) {
        return slices.stream()
                .mapToLong(slice -> slice.stream().mapToLong(Long::longValue).sum())
                .max()
                .orElse(0);
    }

    private static List<Long> joined(List<List<Long>> slices) {
        return slices.stream().flatMap(List::stream).toList();
    }

    /** The best that any cut can do, by trying all. */
    private static long best(List<Long> items, int count) {
        if (count == 1) {
            return items.stream().mapToLong(Long::longValue).sum();
        }
        return LongStream.rangeClosed(1, items.size() - count + 1)
                .map(end -> Math.max(
                        best(items.subList(0, (int) end), 1), best(items.subList((int) end, items.size()), count - 1)))
                .min()
                .orElseThrow();
    }

    @Test
    void slicesUpToALimitMayReachItButNotExceedIt() {
        assertThat(Slices.upTo(10, List.of(5L, 5L, 1L, 11L, 2L, 8L), Long::longValue))
                .containsExactly(List.of(5L, 5L), List.of(1L), List.of(11L), List.of(2L, 8L));
        assertThat(Slices.upTo(10, List.<Long>of(), Long::longValue)).isEmpty();
    }

    @Test
    void balancedSlicesLeaveNoneMuchLighterThanNeedBe() {
        assertThat(Slices.balanced(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L), Long::longValue, 4))
                .extracting(List::size)
                .containsExactly(3, 3, 2, 2);
    }

    @Test
    void itemsWithoutWeightAreSpreadToo() {
        assertThat(Slices.balanced(List.of(0L, 0L, 0L, 0L, 0L, 0L), Long::longValue, 3))
                .extracting(List::size)
                .containsExactly(2, 2, 2);
    }

    @Property
    void evenSlicesDifferByOneItemAtMost(
            @ForAll @Size(min = 1, max = 60) List<Long> items, @ForAll @IntRange(min = 1, max = 60) int count) {
        Assume.that(count <= items.size());

        List<List<Long>> slices = Slices.even(items, count);

        assertThat(joined(slices)).isEqualTo(items);
        assertThat(slices)
                .hasSize(count)
                .allSatisfy(slice ->
                        assertThat(slice).hasSizeBetween(items.size() / count, (items.size() + count - 1) / count));
    }

    @Property
    void slicesUpToALimitExceedItOnlyByASingleItem(
            @ForAll @Size(max = 40) List<@LongRange(max = 50) Long> items, @ForAll @LongRange(max = 100) long limit) {
        List<List<Long>> slices = Slices.upTo(limit, items, Long::longValue);

        assertThat(joined(slices)).isEqualTo(items);
        assertThat(slices)
                .allSatisfy(slice -> assertThat(slice).isNotEmpty())
                .allMatch(slice -> slice.size() == 1 || heaviest(List.of(slice)) <= limit);
    }

    @Property(tries = 300)
    void balancedSlicesAreTheBestThereAre(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 1, max = 50) Long> items,
            @ForAll @IntRange(min = 1, max = 9) int count) {
        Assume.that(count <= items.size());

        List<List<Long>> slices = Slices.balanced(items, Long::longValue, count);

        assertThat(joined(slices)).isEqualTo(items);
        assertThat(slices).hasSize(count).allSatisfy(slice -> assertThat(slice).isNotEmpty());
        assertThat(heaviest(slices)).isEqualTo(best(items, count));
    }
}

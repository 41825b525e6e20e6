package io.github.surefiremp.plugin.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.plugin.bisect.Search.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int MANY = 1_000;

    private final List<List<String>> runs = new ArrayList<>();

    @Test
    void eachSingleOneIsFoundWithTheLogarithmOfRuns() throws BisectException {
        List<String> all = names(64);
        for (String culprit : all) {
            runs.clear();
            assertThat(find(all, MANY, before -> before.contains(culprit)))
                    .isEqualTo(new Result(List.of(culprit), true));
            assertThat(runs).hasSizeLessThanOrEqualTo(7);
        }
    }

    @Test
    void theOnlyCandidateNeedsNoRun() throws BisectException {
        assertThat(find(List.of("A"), MANY, before -> true)).isEqualTo(new Result(List.of("A"), true));
        assertThat(runs).isEmpty();
    }

    @Test
    void twoThatAreNeededTogetherAreFoundInTheirOrder() throws BisectException {
        List<String> all = names(20);
        for (int i = 0; i < 20; i++) {
            for (int j = i + 1; j < 20; j++) {
                List<String> both = List.of(all.get(i), all.get(j));
                runs.clear();
                assertThat(find(all, MANY, before -> before.containsAll(both))).isEqualTo(new Result(both, true));
                assertThat(runs).hasSizeLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void anySetIsFoundAndNoRunChangesTheOrder() throws BisectException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> all = names(1 + random.nextInt(40));
            Set<String> needed = new TreeSet<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                needed.add(all.get(random.nextInt(all.size())));
            }
            runs.clear();
            assertThat(find(all, MANY, before -> before.containsAll(needed)))
                    .isEqualTo(new Result(List.copyOf(needed), true));
            assertThat(runs).allSatisfy(before -> assertThat(before).isSorted().doesNotHaveDuplicates());
        }
    }

    @Test
    void oneOfSeveralCulpritsIsEnough() throws BisectException {
        Result result = find(names(30), MANY, before -> before.contains("C05") || before.contains("C20"));
        assertThat(result.classes()).hasSize(1).containsAnyOf("C05", "C20");
    }

    @Test
    void whatIsFoundWasSeenToFailAlsoWhereAnotherClassCleansUp() throws BisectException {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<String> all = names(2 + random.nextInt(20));
            String dirty = all.get(random.nextInt(all.size()));
            String clean = all.get(random.nextInt(all.size()));
            Predicate<List<String>> fails =
                    before -> before.contains(dirty) && before.lastIndexOf(clean) <= before.lastIndexOf(dirty);
            if (fails.test(all)) {
                Result result = find(all, MANY, fails);
                assertThat(fails.test(result.classes())).isTrue();
                assertThat(result.classes()).contains(dirty);
            }
        }
    }

    @Test
    void withTooFewRunsItTellsWhatFailsAndThatItIsNotAll() throws BisectException {
        List<String> both = List.of("C01", "C11");
        for (int most = 0; most < 8; most++) {
            runs.clear();
            Result result = find(names(16), most, before -> before.containsAll(both));
            assertThat(result.complete()).isFalse();
            assertThat(result.classes()).containsAll(both).isSorted();
            assertThat(runs).hasSize(most);
        }
    }

    private Result find(List<String> all, int most, Predicate<List<String>> fails) throws BisectException {
        return new Search(
                        before -> {
                            runs.add(before);
                            return fails.test(before);
                        },
                        most)
                .find(all);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format("C%02d", number))
                .toList();
    }
}

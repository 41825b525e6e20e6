package io.github.surefiremp.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.partition.Suite.Known;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void withOneWorkerAllClassesRunAtTheSameTimeAsWithStockSurefire() {
        List<Unit> units = Suite.units(Granularity.AUTO, 1, classes(9));

        assertThat(units).singleElement().satisfies(unit -> {
            assertThat(unit.classes()).hasSize(9);
            assertThat(unit.threads()).isEqualTo(2);
            assertThat(unit.name()).isEqualTo("C0 and 8 more");
        });
    }

    @Test
    void noWorkerIsWithoutClassesWhileAnotherHasSeveral() {
        assertThat(sizes(4, 3)).containsExactly(1, 1, 1);
        assertThat(sizes(4, 4)).containsExactly(1, 1, 1, 1);
        assertThat(sizes(4, 6)).containsExactlyInAnyOrder(2, 2, 1, 1);
    }

    @Test
    void moreClassesMakeMoreBatchesUntilThereAreSomeForEachWorker() {
        assertThat(sizes(2, 8)).containsExactly(4, 4);
        assertThat(sizes(2, 15)).containsExactlyInAnyOrder(8, 7);
        assertThat(sizes(2, 16)).containsExactly(4, 4, 4, 4);
        assertThat(sizes(2, 800)).hasSize(8).containsOnly(100);
    }

    @Test
    void batchesAreEquallyLong() {
        Known known = Known.nothing();
        IntStream.range(0, 6).forEach(i -> known.with("C" + i, i == 3 ? 5_000 : 1_000));

        assertThat(Suite.told(Suite.units(Suite.options(Granularity.AUTO, 2), known, classes(6))))
                .containsExactly("C0 and 4 more = C0, C1, C2, C4, C5", "C3 = C3");
    }

    @Test
    void aBatchHoldsItsLocksSoClassesThatNeedOthersAreNotInIt() {
        TestClass[] classes = {one("A", Set.of()), one("B", Set.of(new LockNeed("db", true))), one("C", Set.of())};

        assertThat(Suite.told(Suite.units(Granularity.AUTO, 1, classes)))
                .containsExactly("A and 1 more = A, C", "B = B");
        Partition.Options withoutLocks = new Partition.Options(Granularity.AUTO, false, false, 1);
        assertThat(Suite.told(Suite.units(withoutLocks, Known.nothing(), classes)))
                .containsExactly("A and 2 more = A, B, C");
    }

    @Test
    void withFreshJvmsEachClassHasItsOwn() {
        assertThat(Suite.units(Suite.freshOptions(Granularity.AUTO, 1), Known.nothing(), classes(3)))
                .hasSize(3)
                .allMatch(unit -> unit.parts().size() == 1);
    }

    @Test
    void machinesThatShareASuiteMakeTheSameBatchesWhateverTheirThreads() {
        assertThat(batches(2, true)).isEqualTo(batches(16, true));
        // By themselves they would not.
        assertThat(batches(2, false)).isNotEqualTo(batches(16, false));
    }

    private static List<String> batches(int threads, boolean alike) {
        TestClass[] classes = IntStream.range(0, 120)
                .mapToObj(i -> one("C" + i, Set.of(), i % 2 == 0 ? threads : 3))
                .toArray(TestClass[]::new);
        return Suite.told(
                Suite.units(new Partition.Options(Granularity.AUTO, false, true, 4, alike), Known.nothing(), classes));
    }

    private static List<Integer> sizes(int np, int classes) {
        return Suite.units(Granularity.AUTO, np, classes(classes)).stream()
                .map(unit -> unit.parts().size())
                .toList();
    }

    private static TestClass[] classes(int count) {
        return IntStream.range(0, count).mapToObj(i -> one("C" + i, Set.of())).toArray(TestClass[]::new);
    }

    private static TestClass one(String name, Set<LockNeed> locks) {
        return one(name, locks, 2);
    }

    private static TestClass one(String name, Set<LockNeed> locks, int threads) {
        return new TestClass(
                name, 1, List.of(), locks, Cut.NEVER, Suite.WHY, List.of(), List.of(), new Threads(threads, true));
    }
}

package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.dispatch.FakeWorker.Script;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.model.WorkerEvent;
import io.github.surefiremp.schedule.SetUpPrices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the workers do: nothing is forgotten, and a run with a gap never looks like one without. */
class DispatcherPropertyTest {
    /** What happens to the worker that gets a unit. */
    enum Fate {
        RUNS,
        FAILS_A_TEST,
        CRASHES,
        ENDS_QUIETLY,
        SAYS_BYE,
        BREAKS_AND_SAYS_BYE
    }

    @Property
    void everyUnitEndsInExactlyOneWay(
            @ForAll("fates") List<Fate> fates,
            @ForAll @IntRange(min = 1, max = 5) int np,
            @ForAll @IntRange(min = 0, max = 3) int moreNumbers,
            @ForAll @IntRange(min = 0, max = 6) int maxRestarts,
            @ForAll @IntRange(min = 0, max = 4) int skipAfter,
            @ForAll @IntRange(min = 0, max = 8) int expectedUnits,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 6) Integer> staffing,
            @ForAll @IntRange(min = 0, max = 3) int shortOnes,
            @ForAll @IntRange(min = 0, max = 4) int families) {
        List<String> suite =
                IntStream.range(0, fates.size()).mapToObj(i -> "unit" + i).toList();
        FakeRun run = new FakeRun(
                new Limits(np, skipAfter, 0, maxRestarts, expectedUnits),
                np + moreNumbers,
                suite,
                index -> new Script() {
                    @Override
                    public void ran(FakeWorker worker, String className) {
                        meet(fates.get(Integer.parseInt(className.substring(4))), worker, className);
                    }
                });
        if (families > 0) {
            run.setUps = new SetUpPrices(
                    unit -> {
                        String key = "k" + unit.classes().get(0).hashCode() % families;
                        return key.equals("k0") ? List.of() : List.of(new SetUp(key, key, !key.equals("k3")));
                    },
                    unit -> 10 + unit.name().hashCode() % 10,
                    setUp -> 50,
                    2);
        }
        run.staff = new Staff() {
            @Override
            public void ready(int worker) {}

            @Override
            public int wanted(WorkQueue queue, int workers, int starting) {
                return staffing.get(queue.waitingCount() % staffing.size());
            }

            @Override
            public boolean isShort(Unit unit) {
                return Integer.parseInt(unit.classes().get(0).substring(4)) % 3 < shortOnes;
            }

            @Override
            public long patienceMillis() {
                return 1;
            }
        };

        List<String> problems = run.run();

        List<String> ended = new ArrayList<>(run.endedUnits);
        ended.addAll(run.lostUnits);
        ended.addAll(run.unitsNotRun());
        ended.addAll(run.skippedUnits);
        assertThat(ended).doesNotHaveDuplicates();
        assertThat(ended).containsAll(suite);
        ended.removeAll(suite);
        assertThat(ended).allSatisfy(rest -> assertThat(run.lostUnits).contains(rest.replaceFirst(" \\(rest.*", "")));
        assertThat(run.skippedUnits).hasSize(run.queue.skippedCount());
        assertThat(run.queue.running()).isEmpty();
        assertThat(run.queue.doneCount()).isEqualTo(run.endedUnits.size());
        if (skipAfter == 0) {
            assertThat(run.queue.skippedCount()).isZero();
        }

        assertThat(problems.isEmpty())
                .isEqualTo(run.lostUnits.isEmpty() && run.unitsNotRun().isEmpty());
        for (String unit : run.unitsNotRun()) {
            assertThat(problems.get(problems.size() - 1)).contains(unit);
        }

        assertThat(run.workers).allSatisfy(worker -> assertThat(worker.isGone()).isTrue());
        assertThat(run.liveAtOnce).isLessThanOrEqualTo(np);
    }

    private static void meet(Fate fate, FakeWorker worker, String className) {
        switch (fate) {
            case RUNS -> {
                worker.passes(className);
                worker.tells(new WorkerEvent.Asks());
            }
            case FAILS_A_TEST -> {
                worker.tells(new WorkerEvent.CountsFailure());
                worker.tells(new WorkerEvent.Asks());
            }
            case CRASHES -> worker.ends(134, "abort");
            case ENDS_QUIETLY -> worker.ends(0, "");
            case SAYS_BYE -> worker.tells(new WorkerEvent.Bye());
            case BREAKS_AND_SAYS_BYE -> {
                worker.tells(new WorkerEvent.Fails("broken"));
                worker.tells(new WorkerEvent.Bye());
            }
        }
    }

    @Provide
    Arbitrary<List<Fate>> fates() {
        return Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(12, Fate.RUNS),
                        net.jqwik.api.Tuple.of(2, Fate.FAILS_A_TEST),
                        net.jqwik.api.Tuple.of(1, Fate.CRASHES),
                        net.jqwik.api.Tuple.of(1, Fate.ENDS_QUIETLY),
                        net.jqwik.api.Tuple.of(1, Fate.SAYS_BYE),
                        net.jqwik.api.Tuple.of(1, Fate.BREAKS_AND_SAYS_BYE))
                .list()
                .ofMaxSize(40);
    }
}

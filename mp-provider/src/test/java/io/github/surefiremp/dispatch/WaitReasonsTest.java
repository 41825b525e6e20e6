package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.dispatch.FakeWorker.Script;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.SetUpPrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Observers are told why a worker has nothing to do. */
@Timeout(10)
class WaitReasonsTest {
    @Test
    void aWorkerThatFindsOnlyLocksThatAreTakenWaitsForLocks() {
        FakeRun run = two();
        run.units.put("a", unit("a", "", Strategy.FREE, Set.of(new LockNeed("db", true))));
        run.units.put("b", unit("b", "", Strategy.FREE, Set.of(new LockNeed("db", true))));

        assertThat(run.run()).isEmpty();

        assertThat(run.states)
                .containsSubsequence("worker 2 ready", "worker 2 waits for LOCKS")
                .filteredOn(state -> state.contains("waits for LOCKS"))
                .as("told once")
                .hasSize(1);
        assertThat(run.states).contains("worker 1 finishes", "worker 2 finishes");
    }

    @Test
    void aWorkerThatMustLetAnIsolatedGroupEndWaitsForIsolation() {
        FakeRun run = two();
        run.units.put("a", unit("a", "clock", Strategy.ISOLATED_SERIAL, Set.of()));

        assertThat(run.run()).isEmpty();

        assertThat(run.states).contains("worker 2 waits for ISOLATION");
    }

    @Test
    void aWorkerThatTheSessionDoesNotLetInWaitsForThePermit() {
        FakeRun run = new FakeRun(2, List.of("a", "b"), index -> new Script() {});
        run.letsIn = false;
        run.whenWaiting = () -> run.whenWaiting = run.dispatcher::entered;

        assertThat(run.run()).isEmpty();

        assertThat(run.states).contains("worker 1 waits for PERMIT", "worker 2 waits for PERMIT");
    }

    @Test
    void aWorkerThatKeepsAFixtureIsToldNothingElseIsLeft() {
        FakeRun run = new FakeRun(1, List.of("a", "b"), index -> new Script() {});
        run.fixtures.keepers.add(1);
        run.fixtures.atEnd = () -> {};
        // First it waits for the permit.
        run.whenWaiting = () -> run.whenWaiting = () -> {
            run.fixtures.keepers.clear();
            run.dispatcher.fixturesChanged();
        };

        assertThat(run.run()).isEmpty();

        assertThat(run.states)
                .containsSubsequence("worker 1 ready", "worker 1 waits for FIXTURES", "worker 1 finishes");
    }

    @Test
    void aWorkerThatLeavesWhatIsSetUpElsewhereSaysSo() {
        List<Runnable> ends = new ArrayList<>();
        IntFunction<Script> slow = index -> new Script() {
            private boolean first = index < 2;

            @Override
            public void ran(FakeWorker worker, String className) {
                if (first) {
                    first = false;
                    ends.add(() -> Script.super.ran(worker, className));
                } else {
                    Script.super.ran(worker, className);
                }
            }
        };
        FakeRun run = new FakeRun(3, List.of("a", "b", "c"), slow);
        SetUp shop = new SetUp("shop", "the shop's context", true);
        run.setUps = new SetUpPrices(
                unit -> unit.name().equals("a") ? List.of() : List.of(shop),
                unit -> unit.name().equals("a") ? 5_000 : 10,
                setUp -> 100,
                8);
        Runnable[] whenWaiting = new Runnable[1];
        whenWaiting[0] = () -> {
            // Before that they wait for the permit.
            if (run.states.contains("worker 3 waits for SET_UP")) {
                List.copyOf(ends).forEach(Runnable::run);
            } else {
                run.whenWaiting = whenWaiting[0];
            }
        };
        run.whenWaiting = whenWaiting[0];

        assertThat(run.run()).isEmpty();

        assertThat(run.states).contains("worker 3 waits for SET_UP");
        assertThat(run.endedUnits).containsExactlyInAnyOrder("a", "b", "c");
    }

    /** The first unit ends when the other worker begins to wait. */
    private static FakeRun two() {
        FakeRun[] run = new FakeRun[1];
        Script slow = new Script() {
            private boolean first = true;

            @Override
            public void ran(FakeWorker worker, String className) {
                if (first) {
                    first = false;
                    run[0].whenWaiting = () -> Script.super.ran(worker, className);
                } else {
                    Script.super.ran(worker, className);
                }
            }
        };
        run[0] = new FakeRun(2, List.of("a", "b"), index -> index == 0 ? slow : new Script() {});
        return run[0];
    }

    private static Unit unit(String name, String group, Strategy strategy, Set<LockNeed> locks) {
        return new Unit(name, List.of(ClassPart.whole(name)), group, strategy, locks, false);
    }
}

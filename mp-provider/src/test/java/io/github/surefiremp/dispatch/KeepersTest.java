package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.dispatch.FakeWorker.Script;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.WorkerEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers that keep fixtures for the tests of others. */
@Timeout(60)
class KeepersTest {
    private static final IntFunction<Script> HEALTHY = index -> new Script() {};

    @Test
    void whoKeepsAFixtureStaysUntilItIsTornDown() {
        FakeRun run = new FakeRun(2, List.of("one", "two"), HEALTHY);
        keepsFromTheStart(run, 1);
        run.fixtures.atEnd = () -> run.afterTurns(5, () -> {
            assertThat(run.endedUnits).containsExactlyInAnyOrder("one", "two");
            assertThat(run.worker(0).sent()).doesNotContain("finish", "kill");
            tornDown(run, 1);
        });

        assertThat(run.run()).isEmpty();

        assertThat(run.fixtures.ends).isPositive();
        assertThat(run.worker(0).sent()).endsWith("finish", "acknowledgeBye");
    }

    @Test
    void whoKeepsOneStaysWhileOthersStillRun() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(2, List.of("one", "two"), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (worker.number() == 1) {
                    Script.super.ran(worker, className);
                    return;
                }
                // Long after the first one has nothing left to do.
                holder[0].afterTurns(8, () -> {
                    assertThat(holder[0].fixtures.ends).isZero();
                    assertThat(holder[0].worker(0).sent()).doesNotContain("finish");
                    Script.super.ran(worker, className);
                });
            }
        });
        holder[0] = run;
        keepsFromTheStart(run, 1);

        assertThat(run.run()).isEmpty();

        assertThat(run.fixtures.ends).isPositive();
    }

    @Test
    void theRunLastsUntilAJvmBesideTheWorkersHasTornDown() {
        FakeRun run = new FakeRun(1, List.of("one"), HEALTHY);
        keepsFromTheStart(run, 99);
        boolean[] torn = new boolean[1];
        run.fixtures.atEnd = () -> run.afterTurns(9, () -> {
            torn[0] = true;
            tornDown(run, 99);
        });

        assertThat(run.run()).isEmpty();

        assertThat(torn[0]).isTrue();
    }

    @Test
    void whatCannotBeTornDownIsAProblemOfTheRun() {
        FakeRun run = new FakeRun(1, List.of("one"), HEALTHY);
        run.fixtures.problems.add("the fixture Database could not be torn down");

        assertThat(run.run()).containsExactly("the fixture Database could not be torn down");
    }

    @Test
    void whoKeepsOneIsNotSpared() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(2, List.of("one", "two", "three", "four"), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (className.equals("one")) {
                    holder[0].dispatcher.spareAsked();
                }
                Script.super.ran(worker, className);
            }
        });
        holder[0] = run;
        keepsFromTheStart(run, 1);

        assertThat(run.run()).isEmpty();

        assertThat(run.observed.indexOf("worker 2 ended with 0"))
                .isLessThan(run.observed.indexOf("worker 1 ended with 0"));
        assertThat(run.worker(1).sent().stream().filter(command -> command.startsWith("run")))
                .hasSizeLessThan(3);
    }

    @Test
    void anAbortedRunEndsKeepersWhenTheyHaveTornDown() {
        FakeRun run = timedOut();
        keepsFromTheStart(run, 1);
        run.fixtures.atEnd = () -> run.afterTurns(6, () -> {
            assertThat(run.worker(0).isGone()).isFalse();
            assertThat(run.worker(1).isGone()).isTrue();
            tornDown(run, 1);
        });

        assertThat(run.run().get(0)).contains("forkedProcessTimeoutInSeconds=30");

        assertThat(run.worker(0).sent()).endsWith("kill");
    }

    @Test
    void anAbortedRunDoesNotWaitForEverForATearDown() {
        FakeRun run = timedOut();
        keepsFromTheStart(run, 1);
        run.fixtures.atEnd = () -> run.afterTurns(6, () -> {
            assertThat(run.worker(0).isGone()).isFalse();
            run.clock += TimeUnit.SECONDS.toNanos(10);
        });

        assertThat(run.run().get(0)).contains("forkedProcessTimeoutInSeconds=30");

        assertThat(run.worker(0).sent()).contains("kill");
        assertThat(run.fixtures.keepers).containsExactly(1);
    }

    @Test
    void anAbortedRunDoesNotWaitForEverForASetUp() {
        FakeRun run = timedOut();
        keepsFromTheStart(run, 1);
        boolean[] late = new boolean[1];
        run.fixtures.atAbandon = () -> {
            assertThat(late[0]).as("half of the time is over").isTrue();
            tornDown(run, 1);
        };
        run.fixtures.atEnd = () -> run.afterTurns(3, () -> {
            run.clock += TimeUnit.SECONDS.toNanos(4);
            run.afterTurns(3, () -> {
                assertThat(run.worker(0).isGone()).isFalse();
                late[0] = true;
                run.clock += TimeUnit.SECONDS.toNanos(1);
            });
        });

        assertThat(run.run().get(0)).contains("forkedProcessTimeoutInSeconds=30");

        assertThat(run.fixtures.keepers).isEmpty();
        assertThat(run.worker(0).sent()).endsWith("kill");
    }

    @Test
    void whenMavenIsGoneAllAreShutDownAtOnceAndTearDownThemselves() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(2, List.of("one", "two"), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                holder[0].dispatcher.abandon("Maven's side of mp is gone: the coordinator closed the connection");
            }
        });
        holder[0] = run;
        keepsFromTheStart(run, 1);
        run.fixtures.atEnd = () -> {};

        assertThat(run.run().get(0)).contains("Maven's side of mp is gone");

        assertThat(run.worker(0).sent()).endsWith("shutDown");
    }

    /** A run whose time is up with its first test. */
    private static FakeRun timedOut() {
        FakeRun[] holder = new FakeRun[1];
        holder[0] = new FakeRun(new Limits(2, 0, 30, 4, 2), 2, List.of("one", "two"), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.Reports(
                        new ReportEvent(Kind.SET_STARTED, className, "", 0, holder[0].clock, false, null)));
                if (holder[0].workers.stream().allMatch(one -> one.sent().size() == 1)) {
                    holder[0].clock += TimeUnit.SECONDS.toNanos(31);
                }
            }
        });
        return holder[0];
    }

    private static void keepsFromTheStart(FakeRun run, int worker) {
        run.fixtures.keepers.add(worker);
    }

    private static void tornDown(FakeRun run, int worker) {
        run.fixtures.keepers.remove(worker);
        run.dispatcher.fixturesChanged();
    }
}

package io.github.surefiremp.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.UnitQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run's side of a queue, with a server in memory that can be made to fail. */
@Timeout(60)
class SharedQueueTest {
    private final MemoryServer server = new MemoryServer();
    private final LinkedBlockingQueue<String> wakeUps = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();
    private SharedQueue queue;

    private SharedQueue join(int units, long patienceMillis) throws Exception {
        List<Unit> all = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            all.add(new Unit("u" + i, List.of("C" + i)));
        }
        queue = MachineQueue.connect(
                        server.asServers(),
                        new QueueAddress(false, "memory", 1, 0, "", ""),
                        new QueueKey("b", "g:a", "e"),
                        "me",
                        new MachineQueue.Times(600, patienceMillis))
                .join(
                        new QueuePlan("me", Map.of(), Map.of(), all),
                        "",
                        new UnitQueue(List.of()),
                        some -> some.size(),
                        unit -> false,
                        () -> wakeUps.add("changed"),
                        new SharedQueue.Listener() {
                            @Override
                            public void judged(Unit unit, boolean counts) {
                                told.add(unit.name() + (counts ? " counts" : " counts not"));
                            }

                            @Override
                            public void tell(String text) {
                                told.add(text);
                            }
                        });
        return queue;
    }

    @AfterEach
    void end() throws Exception {
        if (queue != null) {
            queue.end();
        }
    }

    /** As the dispatcher does: takes in what there is whenever it is woken up. */
    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        queue.refresh();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            String unused = wakeUps.poll(50, TimeUnit.MILLISECONDS);
            queue.refresh();
        }
    }

    private Unit take() throws InterruptedException {
        until(() -> queue.has(1, false));
        return queue.take(1, false).orElseThrow();
    }

    private void finish(Unit unit) {
        queue.done(unit);
        queue.finish(unit, new UnitResult("me", 0, UnitResult.Outcome.RAN, 1, List.of()));
    }

    @Test
    void runsUntilAllUnitsHaveAResult() throws Exception {
        join(3, 60_000);
        assertThat(queue.waitingCount()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            Unit unit = take();
            assertThat(unit.name()).isEqualTo("u" + i);
            finish(unit);
        }
        until(() -> queue.waitingCount() == 0);
        assertThat(queue.elsewhere()).isEmpty();
        assertThat(told).contains("u0 counts", "u1 counts", "u2 counts");
    }

    @Test
    void waitsForWhatOthersRun() throws Exception {
        join(2, 60_000);
        Lease others = server.takeAs("other");
        Unit own = take();
        assertThat(own.name()).isEqualTo("u1");
        finish(own);
        until(() -> told.contains("u1 counts"));
        assertThat(queue.waitingCount()).isEqualTo(1);
        assertThat(queue.waiting()).extracting(Unit::name).containsExactly("u0");
        server.finishAs("other", others, 0);
        until(() -> queue.waitingCount() == 0);
        assertThat(queue.elsewhere()).extracting(Unit::name).containsExactly("u0");
    }

    @Test
    void takesOverWhatALostMachineHad() throws Exception {
        join(1, 60_000);
        Lease lost = server.takeAs("other");
        server.loseLeaseOf("other");
        Unit unit = take();
        assertThat(unit.name()).isEqualTo("u0");
        server.finishAs("other", lost, 0);
        finish(unit);
        until(() -> told.contains("u0 counts"));
        assertThat(server.resultOf(0)).startsWith("me\t2\t");
    }

    @Test
    void aResultThatComesTooLateDoesNotCount() throws Exception {
        join(1, 60_000);
        Unit unit = take();
        Lease others = server.stealFor("other");
        finish(unit);
        until(() -> told.contains("u0 counts not"));
        assertThat(queue.waitingCount()).isEqualTo(1);
        server.finishAs("other", others, 0);
        until(() -> queue.waitingCount() == 0);
        assertThat(queue.elsewhere()).extracting(Unit::name).containsExactly("u0");
    }

    @Test
    void aServerThatComesBackLosesNothing() throws Exception {
        join(2, 60_000);
        Unit unit = take();
        server.breakConnections();
        finish(unit);
        until(() -> told.stream().anyMatch(text -> text.contains("tries again")));
        assertThat(queue.waitingCount()).isEqualTo(2);
        server.mend();
        until(() -> told.contains("u0 counts"));
        assertThat(take().name()).isEqualTo("u1");
    }

    @Test
    void aServerThatStaysAwayEndsTheRunWithWhatIsMissing() throws Exception {
        join(3, 300);
        Unit unit = take();
        server.breakConnections();
        finish(unit);
        until(() -> queue.waitingCount() == 0);
        assertThat(queue.problems()).hasSize(3);
        assertThat(queue.problems().get(0)).contains("the queue server is gone");
        assertThat(queue.problems().get(1)).contains("not confirmed").contains("u0");
        assertThat(queue.problems().get(2)).contains("NOT RUN").contains("u1, u2");
    }

    @Test
    void whatTheServerForgotIsPutBack() throws Exception {
        join(2, 60_000);
        Unit unit = take();
        finish(unit);
        until(() -> told.contains("u0 counts"));
        server.breakConnections();
        until(() -> told.stream().anyMatch(text -> text.contains("tries again")));
        server.forgetResults();
        server.mend();
        until(() -> server.hasResultOf(0));
        assertThat(queue.waitingCount()).isEqualTo(1);
    }

    @Test
    void aGivenUpUnitIsAProblemByName() throws Exception {
        join(1, 60_000);
        server.giveUpNext();
        until(() -> {
            // An idle worker asks.
            boolean unused = queue.has(1, false);
            return queue.waitingCount() == 0;
        });
        assertThat(queue.problems()).singleElement().asString().contains("u0").contains("3 machines were lost");
    }

    @Test
    void whoStopsStopsAll() throws Exception {
        join(3, 60_000);
        Unit unit = take();
        queue.skipWaiting();
        finish(unit);
        assertThat(queue.waitingCount()).isZero();
        until(() -> told.contains("u0 counts"));
        until(server::isStopped);
    }

    @Test
    void whoIsStoppedByAnotherMachineBeginsNothing() throws Exception {
        join(3, 60_000);
        server.stop("enough");
        until(() -> queue.waitingCount() == 0);
        assertThat(told).anyMatch(text -> text.contains("enough"));
        assertThat(queue.problems()).isEmpty();
    }

    @Test
    void whatIsLeftAtAnEarlyEndIsGivenBack() throws Exception {
        join(2, 60_000);
        Unit unit = take();
        queue.abandon();
        queue.lost(unit);
        queue.end();
        assertThat(server.isFree(0)).isTrue();
        assertThat(queue.problems()).isEmpty();
    }

    @Test
    void whoIsRefusedHearsWhy() throws Exception {
        join(1, 60_000);
        Optional<String> refusal = Optional.empty();
        try {
            QueuePlan plan = Joining.join(
                    server.connection("other"),
                    new QueueKey("b", "g:a", "e"),
                    new QueuePlan("other", Map.of("mp's version", "2"), Map.of(), List.of()),
                    "");
            assertThat(plan).isNull();
        } catch (QueueRefusal e) {
            refusal = Optional.of(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(refusal.orElseThrow())
                .contains("mp.build=b")
                .contains("mp's version is 2 here and none in the queue");
    }
}

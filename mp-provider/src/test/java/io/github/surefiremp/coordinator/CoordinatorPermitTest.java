package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The session's permit over real sockets. That a client was told nothing is asserted by a number that it asks for
 * afterwards and that is the next it hears of; that the coordinator has taken a request that waits, likewise.
 */
@Timeout(60)
class CoordinatorPermitTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void thoseWhoShareAreInsideTogether() throws Exception {
        Coordinator coordinator = coordinator();

        inside(coordinator, false);
        inside(coordinator, false);
        inside(coordinator, false);
    }

    @Test
    void aloneWaitsForAllInsideAndEachIsAskedOnceToYield() throws Exception {
        Coordinator coordinator = coordinator();
        Listening one = inside(coordinator, false);
        Listening other = inside(coordinator, false);

        Listening alone = waiting(coordinator, true);
        Listening alsoAlone = waiting(coordinator, true);

        assertThat(one.next()).isEqualTo("yield");
        assertThat(other.next()).isEqualTo("yield");
        one.client.leave();
        assertNothingTold(one, other, alone, alsoAlone);
        other.client.leave();
        assertThat(alone.next()).isEqualTo("entered");
        assertThat(alone.next()).isEqualTo("yield");
        assertNothingTold(alsoAlone);
        alone.client.leave();
        assertThat(alsoAlone.next()).isEqualTo("entered");
        assertNothingTold(one, other, alone, alsoAlone);
    }

    @Test
    void sharedWaitsForAloneWhoIsAskedToYield() throws Exception {
        Coordinator coordinator = coordinator();
        Listening alone = inside(coordinator, true);

        Listening one = waiting(coordinator, false);
        Listening other = waiting(coordinator, false);

        assertThat(alone.next()).isEqualTo("yield");
        assertNothingTold(alone, one, other);
        alone.client.leave();
        assertThat(one.next()).isEqualTo("entered");
        assertThat(other.next()).isEqualTo("entered");
    }

    @Test
    void sharedDoesNotOvertakeAlone() throws Exception {
        Coordinator coordinator = coordinator();
        Listening first = inside(coordinator, false);
        Listening alone = waiting(coordinator, true);
        Listening late = waiting(coordinator, false);

        assertThat(first.next()).isEqualTo("yield");
        first.client.leave();
        first.client.enter(false);

        assertThat(alone.next()).isEqualTo("entered");
        assertThat(alone.next()).isEqualTo("yield");
        assertNothingTold(first, late);
        alone.client.leave();
        assertThat(late.next()).isEqualTo("entered");
        assertThat(first.next()).isEqualTo("entered");
    }

    @Test
    void whoVanishesWhileAloneInsideIsOut() throws Exception {
        Coordinator coordinator = coordinator();
        Listening gone = inside(coordinator, true);
        Listening waiting = waiting(coordinator, false);

        gone.client.close();

        assertThat(waiting.next()).isEqualTo("entered");
    }

    @Test
    void whoVanishesWhileSharingIsOut() throws Exception {
        Coordinator coordinator = coordinator();
        Listening gone = inside(coordinator, false);
        Listening waiting = waiting(coordinator, true);

        gone.client.close();

        assertThat(waiting.next()).isEqualTo("entered");
    }

    @Test
    void whoVanishesWhileWaitingHoldsUpNobody() throws Exception {
        Coordinator coordinator = coordinator();
        Listening inside = inside(coordinator, false);
        Listening gone = waiting(coordinator, true);
        Listening behind = waiting(coordinator, false);

        gone.client.close();

        assertThat(behind.next()).isEqualTo("entered");
        // It was asked for the sake of the one that is gone; being inside is not taken from it.
        assertThat(inside.next()).isEqualTo("yield");
        assertNothingTold(inside, behind);
    }

    @Test
    void aWithdrawnRequestIsAnsweredAndHoldsUpNobody() throws Exception {
        Coordinator coordinator = coordinator();
        inside(coordinator, false);
        Listening withdrawing = waiting(coordinator, true);
        Listening behind = waiting(coordinator, false);

        withdrawing.client.leave();

        assertThat(withdrawing.next()).isEqualTo("entered");
        assertThat(behind.next()).isEqualTo("entered");
        // It is outside: it may ask again and then waits.
        withdrawing.client.enter(true);
        assertNothingTold(withdrawing);
    }

    @Test
    void eachRequestIsAnsweredOnceWhetherGrantedOrWithdrawn() throws Exception {
        Coordinator coordinator = coordinator();
        Listening client = client(coordinator);

        // Nobody is in its way: each LEAVE crosses an ENTERED.
        for (int i = 0; i < 50; i++) {
            client.client.enter(i % 2 == 0);
            client.client.leave();
        }
        client.client.enter(true);

        for (int i = 0; i < 51; i++) {
            assertThat(client.next()).isEqualTo("entered");
        }
        assertNothingTold(client);
        Listening other = waiting(coordinator, false);
        client.client.leave();
        assertThat(other.next()).isEqualTo("entered");
    }

    @Test
    void aYieldThatCrossedComesBeforeTheNextAnswer() throws Exception {
        Coordinator coordinator = coordinator();
        Listening client = inside(coordinator, false);
        Listening alone = waiting(coordinator, true);

        client.client.leave();
        client.client.enter(false);
        assertThat(alone.next()).isEqualTo("entered");
        alone.client.leave();

        assertThat(client.next()).isEqualTo("yield");
        assertThat(client.next()).isEqualTo("entered");
        assertNothingTold(client);
    }

    @Test
    void whoAsksWhileInsideLosesTheConnectionAndItsStay() throws Exception {
        Coordinator coordinator = coordinator();
        Listening greedy = inside(coordinator, true);

        greedy.client.enter(false);

        assertThat(greedy.next()).startsWith("lost");
        inside(coordinator, true);
    }

    @Test
    void whoAsksTwiceLosesTheConnectionAndItsRequest() throws Exception {
        Coordinator coordinator = coordinator();
        inside(coordinator, false);
        Listening greedy = waiting(coordinator, true);

        greedy.client.enter(true);

        assertThat(greedy.next()).startsWith("lost");
        inside(coordinator, false);
    }

    @Test
    void whoLeavesTwiceLosesTheConnection() throws Exception {
        Coordinator coordinator = coordinator();
        Listening confused = inside(coordinator, false);
        confused.client.leave();

        confused.client.leave();

        assertThat(confused.next()).startsWith("lost");
    }

    @Test
    void whoNeverWasInsideLosesTheConnectionWhenItLeaves() throws Exception {
        Coordinator coordinator = coordinator();
        Listening confused = client(coordinator);

        confused.client.leave();

        assertThat(confused.next()).startsWith("lost");
    }

    @Test
    void numbersAreGrantedWhoeverIsInside() throws Exception {
        Coordinator coordinator = coordinator();
        inside(coordinator, true);

        Listening outside = client(coordinator);
        outside.want(2);

        assertThat(outside.numbers(2)).containsExactly(1, 2);
    }

    @Test
    void whoVanishesGivesBackItsNumbersAndItsStay() throws Exception {
        Coordinator coordinator = new Coordinator(1);
        open.add(coordinator);
        Listening gone = inside(coordinator, true);
        gone.want(1);
        gone.numbers(1);
        Listening waiting = client(coordinator);
        waiting.client.enter(true);
        assertThat(gone.next()).isEqualTo("yield");
        waiting.want(1);

        gone.client.close();

        assertThat(List.of(waiting.next(), waiting.next())).containsExactlyInAnyOrder("entered", "1");
    }

    /** Eight controllers, some alone, some not, some withdrawing, some vanishing; nobody is with one who is alone. */
    @Test
    void whoIsAloneIsAloneWhateverTheCrowd() throws Exception {
        int clients = 8;
        int rounds = 150;
        Coordinator coordinator = coordinator();
        AtomicInteger sharing = new AtomicInteger();
        AtomicInteger alone = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                all.add(pool.submit(() -> {
                    Listening listening = new Listening(coordinator);
                    for (int round = 0; round < rounds; round++) {
                        if ((round + client) % 7 == 0) {
                            listening.client.enter(round % 2 == 0);
                            listening.client.leave();
                            awaitEntered(listening);
                        }
                        boolean isAlone = (round + client) % 3 == 0;
                        listening.client.enter(isAlone);
                        awaitEntered(listening);
                        int lone = isAlone ? alone.incrementAndGet() : alone.get();
                        int others = isAlone ? sharing.get() : sharing.incrementAndGet();
                        if (isAlone ? lone != 1 || others != 0 : lone != 0) {
                            wrong.incrementAndGet();
                        }
                        (isAlone ? alone : sharing).decrementAndGet();
                        if ((round + client) % 11 == 0) {
                            listening.client.close();
                            listening = new Listening(coordinator);
                        } else {
                            listening.client.leave();
                        }
                    }
                    listening.client.close();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(wrong).hasValue(0);
        inside(coordinator, true);
    }

    /** With more numbers than any test here asks for. */
    private Coordinator coordinator() throws IOException {
        Coordinator coordinator = new Coordinator(100);
        open.add(coordinator);
        return coordinator;
    }

    private Listening client(Coordinator coordinator) throws IOException {
        Listening listening = new Listening(coordinator);
        open.add(listening.client);
        return listening;
    }

    private Listening inside(Coordinator coordinator, boolean alone) throws Exception {
        Listening listening = client(coordinator);
        listening.client.enter(alone);
        assertThat(listening.next()).isEqualTo("entered");
        return listening;
    }

    private Listening waiting(Coordinator coordinator, boolean alone) throws Exception {
        Listening listening = client(coordinator);
        listening.client.enter(alone);
        assertNothingTold(listening);
        return listening;
    }

    private static void assertNothingTold(Listening... all) throws Exception {
        for (Listening one : all) {
            one.want(1);
            assertThat(one.next()).containsOnlyDigits();
        }
    }

    private static void awaitEntered(Listening listening) throws InterruptedException {
        String line = listening.next();
        while (line.equals("yield")) {
            line = listening.next();
        }
        assertThat(line).isEqualTo("entered");
    }
}

package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // What is held is often not used otherwise.
abstract class LockContract extends CoordinationContract {
    private static final Duration SHORT = Duration.ofMillis(20);

    LockContract(Kind kind) {
        super(kind);
    }

    @Test
    void oneThreadHoldsIt() throws Exception {
        int[] plain = {0};
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (Actor actor : actors(4)) {
            all.add(actor.begins(worker -> {
                for (int i = 0; i < 50; i++) {
                    try (Lock held = worker.lock("db").acquire(LONG)) {
                        plain[0]++;
                    }
                }
                return true;
            }));
        }

        all.forEach(Actor::result);
        assertThat(plain[0]).isEqualTo(200);
    }

    @Test
    void whoCameFirstGetsItFirst() throws Exception {
        Lock held = worker().lock("db").acquire(LONG);
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (Actor actor : actors(5)) {
            all.add(actor.waitsFor(worker -> {
                try (Lock now = worker.lock("db").acquire(LONG)) {
                    return order.add(actor.thread().getName());
                }
            }));
        }

        held.close();

        all.forEach(Actor::result);
        assertThat(order).containsExactly("actor 1", "actor 2", "actor 3", "actor 4", "actor 5");
    }

    @Test
    void timeoutNamesHolderAndThoseWhoWaitInTheirOrder() throws Exception {
        Actor holder = actor("the holder");
        Lock held = holder.does(worker -> worker.lock("db").acquire(LONG));
        CompletableFuture<Lock> first =
                actor("the first").waitsFor(worker -> worker.lock("db").acquire(LONG));
        CompletableFuture<Lock> second =
                actor("the second").waitsFor(worker -> worker.lock("db").acquire(LONG));

        assertThatThrownBy(() -> worker().lock("db").acquire(SHORT))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageStartingWith("the lock \"db\" was not free within 0.02 s\nheld for ")
                .hasMessageMatching("(?s).*\nheld for [0-9.]+ s by [^\n]*LockContract[^\n]*, thread the holder"
                        + "\nwaiting, 1\\.: for [0-9.]+ s, [^\n]*LockContract[^\n]*, thread the first"
                        + "\nwaiting, 2\\.: for [0-9.]+ s, [^\n]*, thread the second"
                        + "\nwaiting, 3\\.: for [0-9.]+ s, [^\n]*LockContract.*");

        held.close();
        Actor.result(first).close();
        Actor.result(second).close();
    }

    @Test
    void whoGaveUpDoesNotGetIt() throws Exception {
        Lock held = worker().lock().acquire(LONG);
        assertThat(Actor.failure(
                        actor("impatient").begins(worker -> worker.lock().acquire(SHORT))))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageStartingWith("the unnamed lock was not free within 0.02 s\n");

        held.close();

        worker().lock().acquire(LONG).close();
    }

    @Test
    void takingItTwiceIsAnErrorAndItStaysHeld() throws Exception {
        Coordination worker = worker();
        Lock held = worker.lock("db").acquire(LONG);

        assertThatThrownBy(() -> worker.lock("db").acquire(LONG))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("the lock \"db\" is held already by the thread that asks for it, for ")
                .hasMessageContaining("LockContract.takingItTwiceIsAnErrorAndItStaysHeld(")
                .hasMessageEndingWith("; give it back before you take it again");

        CompletableFuture<Lock> next =
                actor("next").waitsFor(other -> other.lock("db").acquire(LONG));
        held.close();
        Actor.result(next).close();
    }

    @Test
    void itCanBeTakenAgainAfterwards() throws Exception {
        Coordination worker = worker();

        for (int i = 0; i < 3; i++) {
            worker.lock("db").acquire(LONG).close();
        }
    }

    @Test
    void closingOnceMoreTakesItFromNobody() throws Exception {
        Lock first = worker().lock("db").acquire(LONG);
        first.close();
        Lock second = actor("second").does(worker -> worker.lock("db").acquire(LONG));

        first.close();

        CompletableFuture<Lock> third =
                actor("third").waitsFor(worker -> worker.lock("db").acquire(LONG));
        second.close();
        Actor.result(third).close();
        second.close();
    }

    @Test
    void anotherThreadMayGiveItBack() throws Exception {
        Actor taker = actor("taker");
        Lock held = taker.does(worker -> worker.lock("db").acquire(LONG));

        held.close();

        taker.does(worker -> worker.lock("db").acquire(LONG)).close();
    }

    @Test
    void whoIsInterruptedWhileItWaitsLetsTheNextOnePass() throws Exception {
        Lock held = worker().lock("db").acquire(LONG);
        Actor interrupted = actor("interrupted");
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CompletableFuture<Lock> first = interrupted.waitsFor(worker -> {
            try {
                return worker.lock("db").acquire(LONG);
            } finally {
                flag.complete(Thread.currentThread().isInterrupted());
            }
        });
        CompletableFuture<Lock> second =
                actor("second").waitsFor(worker -> worker.lock("db").acquire(LONG));

        interrupted.interrupt();

        assertThat(Actor.failure(first))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("interrupted while it waited for \"db\": held for ");
        assertThat(Actor.result(flag)).as("stays interrupted").isTrue();
        assertThat(second).isNotDone();
        held.close();
        Actor.result(second).close();
    }

    @Test
    void isFreeAfterTheOnlyOneWhoWaitedWasInterrupted() throws Exception {
        Lock held = worker().lock("db").acquire(LONG);
        Actor interrupted = actor("interrupted");
        CompletableFuture<Lock> first =
                interrupted.waitsFor(worker -> worker.lock("db").acquire(LONG));
        interrupted.interrupt();
        Actor.failure(first);

        held.close();

        actor("next").does(worker -> worker.lock("db").acquire(LONG)).close();
    }

    @Test
    void anInterruptedThreadCanTakeAFreeLockAndGiveItBack() throws Exception {
        Coordination worker = worker();
        Thread.currentThread().interrupt();
        try {
            worker.lock("db").acquire(LONG).close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        actor("next").does(other -> other.lock("db").acquire(LONG)).close();
    }

    @Test
    void differentNamesAreDifferentLocks() throws Exception {
        Coordination worker = worker();
        try (Lock one = worker.lock("one").acquire(LONG);
                Lock none = worker.lock().acquire(LONG)) {
            actor("other").does(other -> other.lock("other").acquire(LONG)).close();
        }
    }

    @Test
    void aTimeBeyondAllClocksIsWelcome() throws Exception {
        worker().lock("db").acquire(Duration.ofSeconds(Long.MAX_VALUE)).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void aTimeToWaitIsAboveZero(Duration timeout) throws Exception {
        NamedLock lock = worker().lock("db");

        assertThatThrownBy(() -> lock.acquire(timeout))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("a lock needs a time to wait that is above zero, such as Duration.ofSeconds(30), not "
                        + timeout);
    }

    @Test
    void aNameIsNotBlank() throws Exception {
        Coordination worker = worker();

        assertThatThrownBy(() -> worker.lock(" ")).hasMessage("a lock needs a name that is not blank");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 10_000_000})
    void aNameHasAtMostAThousandCharacters(int length) throws Exception {
        Coordination worker = worker();
        worker.lock("x".repeat(1_000)).acquire(LONG).close();

        assertThatThrownBy(() -> worker.lock("x".repeat(length)).acquire(LONG))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage(
                        "a name of " + length + " characters is too long, 1000 are allowed: " + "x".repeat(50) + "…");

        worker.lock("db").acquire(LONG).close();
    }
}

package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever would close a circle of waits is told so, instead of waiting for ever; the others go on. */
@SuppressWarnings("try") // What is held is often not used otherwise.
abstract class DeadlockContract extends CoordinationContract {
    DeadlockContract(Kind kind) {
        super(kind);
    }

    @BeforeEach
    final void forgetScripts() {
        Scripted.reset();
    }

    private static void isRefused(CompletableFuture<?> deed, String... parts) {
        assertThat(Actor.failure(deed))
                .isInstanceOf(CoordinationException.class)
                .hasMessageContaining("this would wait for ever:\n")
                .hasMessageContainingAll(parts)
                .hasMessageEndingWith("\nTake them in the same order everywhere.");
    }

    @Test
    void twoLocks() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Lock first = one.does(worker -> worker.lock("first").acquire(LONG));
        Lock second = two.does(worker -> worker.lock("second").acquire(LONG));
        CompletableFuture<Lock> waits =
                one.waitsFor(worker -> worker.lock("second").acquire(LONG));

        CompletableFuture<Lock> refused =
                two.begins(worker -> worker.lock("first").acquire(LONG));

        isRefused(
                refused,
                ", thread two\n  waits for the lock \"first\", which is with ",
                ", thread one\n",
                ", thread one\n  waits for the lock \"second\", which is with ",
                ", thread two\n");
        second.close();
        Actor.result(waits).close();
        first.close();
        two.does(worker -> worker.lock("first").acquire(LONG)).close();
    }

    @Test
    void threeLocks() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Actor three = actor("three");
        Lock first = one.does(worker -> worker.lock("first").acquire(LONG));
        Lock second = two.does(worker -> worker.lock("second").acquire(LONG));
        Lock third = three.does(worker -> worker.lock("third").acquire(LONG));
        CompletableFuture<Lock> oneWaits =
                one.waitsFor(worker -> worker.lock("second").acquire(LONG));
        CompletableFuture<Lock> twoWaits =
                two.waitsFor(worker -> worker.lock("third").acquire(LONG));

        isRefused(three.begins(worker -> worker.lock("first").acquire(LONG)), "\"first\"", "\"second\"", "\"third\"");

        third.close();
        Actor.result(twoWaits).close();
        second.close();
        Actor.result(oneWaits).close();
        first.close();
    }

    /** Who waits in a queue waits for the holder, and for the next one when that has got it. */
    @Test
    void aCircleThatARelayClosesLater() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Actor three = actor("three");
        Lock first = one.does(worker -> worker.lock("first").acquire(LONG));
        Lock second = two.does(worker -> worker.lock("second").acquire(LONG));
        CompletableFuture<Lock> twoGetsFirst =
                two.waitsFor(worker -> worker.lock("first").acquire(LONG));
        CompletableFuture<Lock> threeWaits =
                three.waitsFor(worker -> worker.lock("first").acquire(LONG));
        first.close();
        Lock firstOfTwo = Actor.result(twoGetsFirst);
        Lock own = one.does(worker -> worker.lock("own").acquire(LONG));
        CompletableFuture<Lock> oneWaits =
                one.waitsFor(worker -> worker.lock("second").acquire(LONG));

        isRefused(two.begins(worker -> worker.lock("own").acquire(LONG)), "\"own\"", "\"second\"");

        firstOfTwo.close();
        Actor.result(threeWaits).close();
        second.close();
        Actor.result(oneWaits).close();
        own.close();
    }

    @Test
    void aLockAndATrail() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Lock lock = one.does(worker -> worker.lock("db").acquire(LONG));
        Trail.Step step = two.does(worker -> worker.trail("server").start());
        CompletableFuture<Trail.Step> waits =
                one.waitsFor(worker -> worker.trail("server").start());

        isRefused(
                two.begins(worker -> worker.lock("db").acquire(LONG)),
                "waits for the lock \"db\", which is with ",
                "waits for the trail \"server\", which is with ");

        step.close();
        Actor.result(waits).close();
        lock.close();
    }

    @Test
    void aTrailAndALock() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Lock lock = one.does(worker -> worker.lock("db").acquire(LONG));
        Trail.Step step = two.does(worker -> worker.trail("server").start());
        CompletableFuture<Lock> waits = two.waitsFor(worker -> worker.lock("db").acquire(LONG));

        isRefused(one.begins(worker -> worker.trail("server").start()), "\"db\"", "\"server\"");

        lock.close();
        Actor.result(waits).close();
        step.close();
        one.does(worker -> worker.trail("server").start()).close();
    }

    @Test
    void aLockAndAComputation() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Lock lock = one.does(worker -> worker.lock("db").acquire(LONG));
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<Integer> computes =
                two.begins(worker -> worker.messageBoard().computeIfAbsent("tenant", Integer.class, () -> {
                    inside.countDown();
                    try (Lock held = worker.lock("db").acquire(LONG)) {
                        return 1;
                    }
                }));
        inside.await();
        two.untilItWaits(computes);

        isRefused(
                one.begins(worker -> worker.messageBoard().computeIfAbsent("tenant", Integer.class, () -> 2)),
                "waits for the value of \"tenant\", which is with ",
                "waits for the lock \"db\", which is with ");
        isRefused(one.begins(worker -> worker.messageBoard().putIfAbsent("tenant", 2)), "\"tenant\"", "\"db\"");

        lock.close();
        assertThat(Actor.result(computes)).isEqualTo(1);
    }

    @Test
    void aLockAndAFixture() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Lock lock = one.does(worker -> worker.lock("db").acquire(LONG));
        CountDownLatch inside = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            inside.countDown();
            try (Lock held = two.worker().lock("db").acquire(LONG)) {
                return "ready";
            }
        });
        CompletableFuture<Object> sets = two.begins(worker -> worker.shared(Scripted.One.class));
        inside.await();
        two.untilItWaits(sets);

        isRefused(
                one.begins(worker -> worker.shared(Scripted.One.class)),
                "waits for the shared fixture " + Scripted.One.class.getName() + ", which is with ",
                "waits for the lock \"db\", which is with ");

        lock.close();
        assertThat(Actor.result(sets)).isEqualTo("ready");
        Object handle = one.does(worker -> worker.shared(Scripted.One.class));
        assertThat(handle).isEqualTo("ready");
    }

    @Test
    void whoGaveUpClosesNoCircle() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        Lock first = one.does(worker -> worker.lock("first").acquire(LONG));
        Lock second = two.does(worker -> worker.lock("second").acquire(LONG));
        assertThat(Actor.failure(one.begins(worker -> worker.lock("second").acquire(java.time.Duration.ofMillis(10)))))
                .isInstanceOf(LockTimeoutException.class);

        CompletableFuture<Lock> waits =
                two.waitsFor(worker -> worker.lock("first").acquire(LONG));

        first.close();
        Actor.result(waits).close();
        second.close();
    }
}

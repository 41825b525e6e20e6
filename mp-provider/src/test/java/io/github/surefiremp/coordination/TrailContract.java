package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // What is held is often not used otherwise.
abstract class TrailContract extends CoordinationContract {
    TrailContract(Kind kind) {
        super(kind);
    }

    private static boolean start(Coordination worker) {
        try (Trail.Step step = worker.trail("server").start()) {
            assertThat(step.last()).isFalse();
            return step.first();
        }
    }

    private static boolean finish(Coordination worker) {
        try (Trail.Step step = worker.trail("server").finish()) {
            assertThat(step.first()).isFalse();
            return step.last();
        }
    }

    @Test
    void isFirstOnceAndLastOnceInEachRound() throws Exception {
        List<Actor> actors = actors(4);
        for (int round = 0; round < 3; round++) {
            List<Boolean> firsts = new ArrayList<>();
            List<Boolean> lasts = new ArrayList<>();
            for (Actor actor : actors) {
                firsts.add(actor.does(TrailContract::start));
            }
            for (Actor actor : actors) {
                lasts.add(actor.does(TrailContract::finish));
            }
            assertThat(firsts).containsExactly(true, false, false, false);
            assertThat(lasts).containsExactly(false, false, false, true);
        }
    }

    @Test
    void oneWorkerMayUseItSeveralTimes() throws Exception {
        Coordination one = worker();
        Coordination other = worker();

        assertThat(start(one)).isTrue();
        assertThat(start(one)).isFalse();
        assertThat(start(other)).isFalse();
        assertThat(finish(one)).isFalse();
        assertThat(finish(other)).isFalse();
        assertThat(finish(one)).isTrue();
    }

    @Test
    void aFinishMayBeInAnotherThreadOfTheWorker() throws Exception {
        Actor one = actor("one");
        Actor other = actor("other", one.worker());
        one.does(TrailContract::start);

        assertThat(other.does(TrailContract::finish)).isTrue();
    }

    @Test
    void manyUsersAtOnce() throws Exception {
        AtomicInteger firsts = new AtomicInteger();
        AtomicInteger lasts = new AtomicInteger();
        AtomicBoolean up = new AtomicBoolean();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (Actor actor : actors(6)) {
            all.add(actor.begins(worker -> {
                for (int i = 0; i < 30; i++) {
                    worker.trail("server").start(() -> {
                        firsts.incrementAndGet();
                        assertThat(up.getAndSet(true)).isFalse();
                    });
                    assertThat(up).isTrue();
                    worker.trail("server").finish(() -> {
                        lasts.incrementAndGet();
                        assertThat(up.getAndSet(false)).isTrue();
                    });
                }
                return true;
            }));
        }

        all.forEach(Actor::result);
        assertThat(up).isFalse();
        assertThat(firsts.get()).isPositive().isEqualTo(lasts.get());
    }

    /** A step that stays under way until it is told how to end. */
    private static final class UnderWay {
        final CountDownLatch begun = new CountDownLatch(1);
        final CompletableFuture<Object> end = new CompletableFuture<>();
        final CompletableFuture<Boolean> result;

        UnderWay(Actor actor, boolean start) throws Exception {
            result = actor.begins(worker -> {
                Trail trail = worker.trail("server");
                Trail.Block<Exception> block = () -> {
                    begun.countDown();
                    try {
                        end.get();
                    } catch (ExecutionException e) {
                        throw (Exception) e.getCause();
                    }
                };
                if (start) {
                    trail.start(block);
                } else {
                    trail.finish(block);
                }
                return true;
            });
            begun.await();
        }
    }

    @Test
    void allOthersWaitForTheFirstOnesBlock() throws Exception {
        UnderWay first = new UnderWay(actor("first"), true);
        CompletableFuture<Boolean> second = actor("second").waitsFor(TrailContract::start);
        CompletableFuture<Boolean> third = actor("third").waitsFor(TrailContract::start);

        first.end.complete(true);

        Actor.result(first.result);
        assertThat(Actor.result(second)).isFalse();
        assertThat(Actor.result(third)).isFalse();
    }

    @Test
    void afterAFirstBlockThatThrowsTheNextOneIsFirst() throws Exception {
        Actor thrower = actor("thrower");
        UnderWay first = new UnderWay(thrower, true);
        CompletableFuture<Boolean> second = actor("second").waitsFor(TrailContract::start);
        CompletableFuture<Boolean> third = actor("third").waitsFor(TrailContract::start);
        IOException problem = new IOException("no server today");

        first.end.completeExceptionally(problem);

        assertThat(Actor.failure(first.result)).isSameAs(problem);
        assertThat(Actor.result(second)).isTrue();
        assertThat(Actor.result(third)).isFalse();
        // Whose start failed is no user; inside one JVM all are one, so only the number counts there.
        Coordination other = thrower.worker();
        if (other != workers().worker()) {
            assertThat(Actor.failure(thrower.begins(TrailContract::finish)))
                    .hasMessageContaining("was not started in this JVM");
        }
    }

    @Test
    void afterTheLastStartThatThrowsTheTrailIsAsNew() throws Exception {
        Coordination worker = worker();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> worker.trail("server").start(() -> {
                        throw new IllegalStateException("no");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> finish(worker)).isExactlyInstanceOf(CoordinationException.class);
        }
        assertThat(start(worker)).isTrue();
        assertThat(finish(worker)).isTrue();
    }

    @Test
    void afterALastBlockThatThrowsItIsStillInUse() throws Exception {
        Actor one = actor("one");
        Actor other = actor("other");
        one.does(TrailContract::start);
        other.does(TrailContract::start);
        assertThat(one.does(TrailContract::finish)).isFalse();
        UnderWay last = new UnderWay(other, false);
        CompletableFuture<Boolean> next = one.waitsFor(TrailContract::start);

        last.end.completeExceptionally(new IOException("does not stop"));

        assertThat(Actor.failure(last.result)).hasMessage("does not stop");
        assertThat(Actor.result(next)).as("first").isFalse();
        assertThat(one.does(TrailContract::finish)).isFalse();
        assertThat(other.does(TrailContract::finish)).isTrue();
    }

    @Test
    void whoComesDuringTheLastBlockIsFirstAgain() throws Exception {
        Actor one = actor("one");
        Actor other = actor("other");
        one.does(TrailContract::start);
        UnderWay last = new UnderWay(one, false);
        CompletableFuture<Boolean> next = other.waitsFor(TrailContract::start);

        last.end.complete(true);

        assertThat(Actor.result(next)).isTrue();
        assertThat(other.does(TrailContract::finish)).isTrue();
    }

    @Test
    void finishBeforeStartIsAnError() throws Exception {
        Coordination worker = worker();

        assertThatThrownBy(() -> finish(worker))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("the trail \"server\" was not started in this JVM, or has been finished as often as it was"
                        + " started; call finish() once for each start()");

        assertThat(start(worker)).isTrue();
        assertThat(finish(worker)).isTrue();
        assertThatThrownBy(() -> finish(worker))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageContaining("has been finished as often as it was started");
        assertThat(start(worker)).isTrue();
    }

    @Test
    void finishesThatWaitForTheLastOneAreErrorsToo() throws Exception {
        Actor one = actor("one");
        Actor other = actor("other", one.worker());
        one.does(TrailContract::start);
        UnderWay last = new UnderWay(one, false);
        CompletableFuture<Boolean> late = other.waitsFor(TrailContract::finish);
        CompletableFuture<Boolean> next = actor("next").waitsFor(TrailContract::start);

        last.end.complete(true);

        assertThat(Actor.failure(late)).hasMessageContaining("has been finished as often as it was started");
        assertThat(Actor.result(next)).isTrue();
    }

    @Test
    void stepsOfOneTrailCannotBeNested() throws Exception {
        Coordination worker = worker();
        try (Trail.Step step = worker.trail("server").start()) {
            assertThatThrownBy(() -> start(worker))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageStartingWith("the thread is in a start of the trail \"server\" already, begun by ")
                    .hasMessageContaining("TrailContract.stepsOfOneTrailCannotBeNested(")
                    .hasMessageEndingWith("; steps of one trail cannot be nested: end it first");
            assertThatThrownBy(() -> finish(worker)).hasMessageContaining("cannot be nested");
        }
        try (Trail.Step step = worker.trail("server").finish()) {
            assertThatThrownBy(() -> start(worker)).hasMessageContaining("is in a finish of the trail \"server\"");
            assertThat(step.last()).isTrue();
        }
        assertThat(start(worker)).isTrue();
    }

    @Test
    void differentTrailsNest() throws Exception {
        Coordination worker = worker();
        List<String> done = new ArrayList<>();

        worker.trail("outer").start(() -> worker.trail("inner").start(() -> done.add("up")));
        worker.trail("outer").finish(() -> worker.trail("inner").finish(() -> done.add("down")));

        assertThat(done).containsExactly("up", "down");
    }

    @Test
    void closingAStepOnceMoreEndsNoOther() throws Exception {
        Coordination worker = worker();
        Trail.Step step = worker.trail("server").start();
        step.close();
        step.close();
        UnderWay last = new UnderWay(actor("last", worker), false);
        step.close();

        CompletableFuture<Boolean> next = actor("next").waitsFor(TrailContract::start);
        last.end.complete(true);
        assertThat(Actor.result(next)).isTrue();
    }

    @Test
    void whoIsInterruptedWhileItWaitsIsNoUser() throws Exception {
        UnderWay first = new UnderWay(actor("first"), true);
        Actor interrupted = actor("interrupted");
        CompletableFuture<Boolean> second = interrupted.waitsFor(TrailContract::start);
        CompletableFuture<Boolean> third = actor("third").waitsFor(TrailContract::start);

        interrupted.interrupt();

        assertThat(Actor.failure(second))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("interrupted while it waited for \"server\": a start has been under way for ");
        first.end.completeExceptionally(new IOException("no"));
        assertThat(Actor.result(third)).isTrue();
    }

    @Test
    void anInterruptedThreadCanEndItsStep() throws Exception {
        Coordination worker = worker();
        Trail.Step step = worker.trail("server").start();
        Thread.currentThread().interrupt();
        try {
            step.close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(actor("next").does(TrailContract::start)).isFalse();
    }

    @Test
    void aNameIsNotBlank() throws Exception {
        Coordination worker = worker();

        assertThatThrownBy(() -> worker.trail("")).hasMessage("a trail needs a name that is not blank");
        assertThatThrownBy(() -> worker.trail("x".repeat(1_001)).start())
                .hasMessageStartingWith("a name of 1001 characters is too long");
    }
}

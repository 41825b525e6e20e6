package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left when a worker dies: nothing but what it put on the board. */
class DeadWorkerTest extends CoordinationContract {
    private Coordination witness;

    DeadWorkerTest() {
        super(SocketWorkers::new);
    }

    @BeforeEach
    void begin() throws Exception {
        Scripted.reset();
        witness = worker();
    }

    /** Comes back when the broker knows of it. */
    private void kill(Actor actor) {
        SocketWorkers workers = (SocketWorkers) workers();
        Actor life = actor("life of " + actor.thread().getName(), actor.worker());
        life.does(worker -> worker.lock("life").acquire(LONG));
        workers.kill(actor.worker());
        witness.lock("life").acquire(LONG).close();
    }

    @Test
    void itsLocksAreFreeAndGoToTheNextOne() throws Exception {
        Actor holder = actor("holder");
        holder.does(worker -> worker.lock("db").acquire(LONG));
        holder.does(worker -> worker.lock("free").acquire(LONG));
        CompletableFuture<Lock> next =
                actor("next").waitsFor(worker -> worker.lock("db").acquire(LONG));

        kill(holder);

        Actor.result(next).close();
        witness.lock("free").acquire(LONG).close();
    }

    @Test
    void itsWaitsAreForgotten() throws Exception {
        Lock held = witness.lock("db").acquire(LONG);
        Actor waiting = actor("waiting");
        CompletableFuture<Lock> never =
                waiting.waitsFor(worker -> worker.lock("db").acquire(LONG));
        CompletableFuture<Lock> next =
                actor("next").waitsFor(worker -> worker.lock("db").acquire(LONG));

        kill(waiting);
        held.close();

        Actor.result(next).close();
        assertThat(Actor.failure(never))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("mp's broker is gone: ");
    }

    @Test
    void eachLaterQuestionSaysThatTheBrokerIsGone() throws Exception {
        Actor actor = actor("actor");
        kill(actor);

        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(
                            actor.begins(worker -> worker.messageBoard().keys())))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageStartingWith("mp's broker is gone: ");
        }
    }

    @Test
    void theEndOfTheServerEndsAllWaits() throws Exception {
        Lock held = witness.lock("db").acquire(LONG);
        // On the same connection, else it might get the lock of the one that is closed before its own.
        CompletableFuture<Lock> never =
                actor("one", witness).waitsFor(worker -> worker.lock("db").acquire(LONG));

        workers().close();

        assertThat(Actor.failure(never)).hasMessageStartingWith("mp's broker is gone: ");
        assertThatThrownBy(held::close).hasMessageStartingWith("mp's broker is gone: ");
    }

    @Test
    void theNextOneComputes() throws Exception {
        Actor dies = actor("dies");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> lost =
                dies.begins(worker -> worker.messageBoard().computeIfAbsent("n", Integer.class, () -> {
                    begun.countDown();
                    end.await();
                    return 1;
                }));
        begun.await();
        CompletableFuture<Integer> second =
                actor("second").waitsFor(worker -> worker.messageBoard().computeIfAbsent("n", Integer.class, () -> 2));
        CompletableFuture<Boolean> third =
                actor("third").waitsFor(worker -> worker.messageBoard().putIfAbsent("n", 3));

        kill(dies);

        assertThat(Actor.result(second)).isEqualTo(2);
        assertThat(Actor.result(third)).isFalse();
        end.countDown();
        assertThat(Actor.failure(lost)).hasMessageStartingWith("mp's broker is gone: ");
        assertThat(witness.messageBoard().get("n", Integer.class)).isEqualTo(2);
    }

    @Test
    void anExceptionInABodyIsNotHiddenByThatOfTheConnection() throws Exception {
        Actor dies = actor("dies");
        IllegalStateException problem = new IllegalStateException("in the body");
        CompletableFuture<Integer> computes =
                dies.begins(worker -> worker.messageBoard().computeIfAbsent("n", Integer.class, () -> {
                    ((SocketWorkers) workers()).kill(worker);
                    throw problem;
                }));
        assertThat(Actor.failure(computes)).isSameAs(problem);
        assertThat(problem.getSuppressed()).hasSize(1);

        Actor next = actor("next");
        CompletableFuture<Boolean> starts = next.begins(worker -> {
            worker.trail("server").start(() -> {
                ((SocketWorkers) workers()).kill(worker);
                throw problem;
            });
            return true;
        });
        assertThat(Actor.failure(starts)).isSameAs(problem);
    }

    @Test
    void whatItPutOnTheBoardStays() throws Exception {
        Actor dies = actor("dies");
        dies.does(worker -> worker.messageBoard().putIfAbsent("n", 1));

        kill(dies);

        assertThat(witness.messageBoard().get("n", Integer.class)).isEqualTo(1);
    }

    @Test
    void itHasFinishedItsTrails() throws Exception {
        Actor dies = actor("dies");
        Actor stays = actor("stays");
        for (Actor actor : new Actor[] {dies, dies, stays}) {
            actor.does(worker -> {
                worker.trail("server").start().close();
                return true;
            });
        }
        dies.does(worker -> {
            worker.trail("alone").start().close();
            return true;
        });

        kill(dies);

        try (Trail.Step step = witness.trail("alone").start()) {
            assertThat(step.first()).isTrue();
        }
        boolean last = stays.does(worker -> {
            try (Trail.Step step = worker.trail("server").finish()) {
                return step.last();
            }
        });
        assertThat(last).isTrue();
    }

    @Test
    void afterADeathInTheFirstOnesBlockTheNextOneIsFirst() throws Exception {
        Actor dies = actor("dies");
        dies.does(worker -> worker.trail("server").start());
        Actor.Deed<Boolean> start = worker -> {
            try (Trail.Step step = worker.trail("server").start()) {
                return step.first();
            }
        };
        CompletableFuture<Boolean> second = actor("second").waitsFor(start);
        CompletableFuture<Boolean> third = actor("third").waitsFor(start);

        kill(dies);

        assertThat(Actor.result(second)).isTrue();
        assertThat(Actor.result(third)).isFalse();
    }

    @Test
    void afterADeathInTheLastOnesBlockTheNextOneIsFirst() throws Exception {
        Actor dies = actor("dies");
        dies.does(worker -> {
            worker.trail("server").start().close();
            return worker.trail("server").finish();
        });
        CompletableFuture<Boolean> next = actor("next").waitsFor(worker -> {
            try (Trail.Step step = worker.trail("server").start()) {
                return step.first();
            }
        });

        kill(dies);

        assertThat(Actor.result(next)).isTrue();
    }

    @Test
    void aFixtureThatItKeptIsSetUpAgainByTheNextUser() throws Exception {
        Actor dies = actor("dies");
        Object first = dies.does(worker -> worker.shared(Scripted.One.class));
        assertThat(first).isEqualTo("One");

        kill(dies);

        assertThat(broker().hasFixtures()).isFalse();
        assertThat(witness.shared(Scripted.One.class)).isEqualTo("One");
        assertThat(Scripted.events()).containsExactly("set up One", "set up One");
        assertThat(broker().isKeptBy(1)).as("the witness").isTrue();
        broker().endFixtures();
        Actor.until("it is torn down", () -> !broker().hasFixtures());
        assertThat(Scripted.events()).hasSize(3);
    }

    @Test
    void aDeathWhileItSetsUpLeavesThatToTheNextOne() throws Exception {
        Actor dies = actor("dies");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "never";
        });
        CompletableFuture<Object> lost = dies.begins(worker -> worker.shared(Scripted.One.class));
        begun.await();
        CompletableFuture<Object> second = actor("second").waitsFor(worker -> worker.shared(Scripted.One.class));
        CompletableFuture<Object> third = actor("third").waitsFor(worker -> worker.shared(Scripted.One.class));
        Scripted.setUp(Scripted.One.class, () -> "again");

        kill(dies);

        assertThat(Actor.result(second)).isEqualTo("again");
        assertThat(Actor.result(third)).isEqualTo("again");
        end.countDown();
        assertThat(Actor.failure(lost)).hasMessageContaining("mp's broker is gone: ");
        assertThat(Scripted.events())
                .as("torn down, because nobody knows of it")
                .contains("tear down never");
        assertThat(Scripted.events().stream().filter("set up One"::equals)).hasSize(2);
    }

    @Test
    void aDeathDuringATearDownAtTheEndLetsTheOthersBeTornDown() throws Exception {
        Actor dies = actor("dies");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.tearDown(Scripted.Two.class, () -> {
            begun.countDown();
            end.await();
        });
        Object unused = witness.shared(Scripted.One.class);
        unused = dies.does(worker -> worker.shared(Scripted.Two.class));
        broker().endFixtures();
        begun.await();
        assertThat(Scripted.events()).doesNotContain("tear down One");

        kill(dies);

        Actor.until("the other one is torn down", () -> !broker().hasFixtures());
        assertThat(Scripted.events()).endsWith("tear down Two", "tear down One");
        end.countDown();
    }
}

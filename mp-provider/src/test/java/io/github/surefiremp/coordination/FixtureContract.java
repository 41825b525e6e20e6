package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.coordination.broker.Limits;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link;
import io.github.surefiremp.coordination.client.LocalLink;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class FixtureContract extends CoordinationContract {
    FixtureContract(Kind kind) {
        // Smaller than what a client looks at, so that the broker refuses too.
        super(kind, new Limits(100_000, 1 << 20));
    }

    @BeforeEach
    final void forgetScripts() {
        Scripted.reset();
    }

    private static String name(Class<?> fixture) {
        return fixture.getName();
    }

    final void untilNoneIsLeft() {
        Actor.until("all fixtures are torn down", () -> !broker().hasFixtures());
    }

    /** Else the worker would write its problem to the log too, because it does not know whether it was heard. */
    private static void answersAreThere(Coordination worker) {
        Object unused = worker.messageBoard().keys();
    }

    private static final Actor.Deed<Object> USE_ONE = worker -> worker.shared(Scripted.One.class);

    @Test
    void isSetUpOnceForAll() throws Exception {
        List<CompletableFuture<Object>> all = new ArrayList<>();
        for (Actor actor : actors(8)) {
            all.add(actor.begins(USE_ONE));
        }

        assertThat(all).allSatisfy(one -> assertThat(Actor.result(one)).isEqualTo("One"));
        assertThat(Scripted.events()).containsExactly("set up One");
    }

    @Test
    void allOthersWaitForItsSetUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "ready";
        });
        CompletableFuture<Object> first = actor("first").begins(USE_ONE);
        begun.await();
        CompletableFuture<Object> second = actor("second").waitsFor(USE_ONE);
        CompletableFuture<Object> third = actor("third").waitsFor(USE_ONE);

        end.countDown();

        assertThat(List.of(Actor.result(first), Actor.result(second), Actor.result(third)))
                .containsOnly("ready");
    }

    @Test
    void endsWithTheRunOnceAndTheLastOneThatWasSetUpFirst() throws Exception {
        worker().shared(Scripted.One.class);
        Object unused = worker().shared(Scripted.Two.class);
        unused = worker().shared(Scripted.Three.class);
        assertThat(broker().hasFixtures()).isTrue();

        broker().endFixtures();
        broker().endFixtures();

        untilNoneIsLeft();
        assertThat(Scripted.events())
                .containsExactly(
                        "set up One",
                        "set up Two",
                        "set up Three",
                        "tear down Three",
                        "tear down Two",
                        "tear down One");
        assertThat(broker().problems()).isEmpty();
        assertThatThrownBy(() -> worker().shared(Scripted.One.class))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage(
                        "the shared fixture " + name(Scripted.One.class) + " cannot be set up: the run is at its end");
    }

    @Test
    void oneThatUsesAnotherOneIsTornDownBeforeThatOne() throws Exception {
        Coordination worker = worker();
        Scripted.setUp(Scripted.One.class, () -> "One on " + worker.shared(Scripted.Two.class));

        assertThat(worker.shared(Scripted.One.class)).isEqualTo("One on Two");

        broker().endFixtures();
        untilNoneIsLeft();
        assertThat(Scripted.events())
                .containsExactly("set up One", "set up Two", "tear down One on Two", "tear down Two");
    }

    @Test
    void theRunsEndDuringASetUpTearsItDownAfterwards() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Object unused = worker().shared(Scripted.Two.class);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "ready";
        });
        CompletableFuture<Object> first = actor("first").begins(USE_ONE);
        begun.await();

        broker().endFixtures();
        assertThat(Scripted.events()).as("what it may use stays").containsExactly("set up Two", "set up One");
        end.countDown();

        assertThat(Actor.result(first)).isEqualTo("ready");
        untilNoneIsLeft();
        assertThat(Scripted.events()).containsExactly("set up Two", "set up One", "tear down ready", "tear down Two");
    }

    @Test
    void aSetUpThatDoesNotEndKeepsNothingFromItsEndOnceItIsAbandoned() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Object unused = worker().shared(Scripted.Two.class);
        unused = worker().shared(Scripted.Three.class);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "late";
        });
        CompletableFuture<Object> first = actor("first").begins(USE_ONE);
        begun.await();
        broker().endFixtures();
        assertThat(Scripted.events()).hasSize(3);

        broker().abandonSetUps();
        broker().abandonSetUps();

        Actor.until("the others are torn down", () -> Scripted.events().contains("tear down Two"));
        assertThat(broker().hasFixtures()).isTrue();
        end.countDown();
        assertThat(Actor.result(first)).isEqualTo("late");
        untilNoneIsLeft();
        assertThat(Scripted.events())
                .containsExactly(
                        "set up Two",
                        "set up Three",
                        "set up One",
                        "tear down Three",
                        "tear down Two",
                        "tear down late");
    }

    @Test
    void theRunsEndDuringASetUpThatFails() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Object unused = worker().shared(Scripted.Two.class);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            throw new IOException("no");
        });
        CompletableFuture<Object> first = actor("first").begins(USE_ONE);
        begun.await();

        broker().endFixtures();
        end.countDown();

        assertThat(Actor.failure(first)).hasRootCauseMessage("no");
        untilNoneIsLeft();
        assertThat(Scripted.events()).containsExactly("set up Two", "set up One", "tear down Two");
    }

    @Test
    void aTearDownThatThrowsIsAProblemAndTheOthersGoOn() throws Exception {
        Coordination worker = worker();
        Object unused = worker.shared(Scripted.One.class);
        unused = worker.shared(Scripted.Two.class);
        Scripted.tearDown(Scripted.Two.class, () -> {
            throw new IOException("does not stop");
        });

        broker().endFixtures();
        untilNoneIsLeft();

        assertThat(Scripted.events()).endsWith("tear down Two", "tear down One");
        assertThat(broker().problems())
                .singleElement()
                .asString()
                .startsWith("the shared fixture " + name(Scripted.Two.class) + " could not be torn down by ")
                .contains("java.io.IOException: does not stop\n\tat ");
        answersAreThere(worker);
    }

    @Test
    void aTearDownWhoseExceptionThrowsOnlyIsAProblemToo() throws Exception {
        Coordination worker = worker();
        Object unused = worker.shared(Scripted.One.class);
        Scripted.tearDown(Scripted.One.class, () -> {
            throw new Vicious();
        });

        broker().endFixtures();
        untilNoneIsLeft();

        assertThat(broker().problems()).singleElement().asString().contains(Vicious.class.getName());
        answersAreThere(worker);
    }

    @Test
    void aTearDownWithAMessageOfMegabytesIsAProblemToo() throws Exception {
        Coordination worker = worker();
        Object unused = worker.shared(Scripted.One.class);
        Scripted.tearDown(Scripted.One.class, () -> {
            throw new IOException("x".repeat(10 << 20));
        });

        broker().endFixtures();
        untilNoneIsLeft();

        assertThat(broker().problems()).singleElement().asString().contains("java.io.IOException: xxx");
        answersAreThere(worker);
    }

    @Test
    void aFailureIsTheOneCauseOfAllUsersAndNotTriedAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            throw new IOException("no database");
        });
        CompletableFuture<Object> first = actor("first").begins(USE_ONE);
        begun.await();
        CompletableFuture<Object> second = actor("second").waitsFor(USE_ONE);
        end.countDown();
        CompletableFuture<Object> third = actor("third").begins(USE_ONE);

        for (CompletableFuture<Object> each : List.of(first, second, third)) {
            assertThat(Actor.failure(each))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessage("the shared fixture " + name(Scripted.One.class)
                            + " could not be set up: java.io.IOException: no database")
                    .cause()
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("no database");
        }
        assertThat(Scripted.events()).containsExactly("set up One");
        assertThat(broker().hasFixtures()).isFalse();
        broker().endFixtures();
        assertThat(broker().problems()).isEmpty();
    }

    static final class NotSerializableException extends Exception {
        private static final long serialVersionUID = 1L;

        final Object inner = new Object();

        NotSerializableException() {
            super("only here");
        }
    }

    static final class RefusingException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusingException() {
            super("only here");
        }

        private void writeObject(ObjectOutputStream out) {
            throw new UnsupportedOperationException("not I");
        }
    }

    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException() {
            super("only here");
        }

        private void readObject(ObjectInputStream in) {
            throw new NoClassDefFoundError("not here");
        }
    }

    static final class Vicious extends Exception {
        private static final long serialVersionUID = 1L;

        Vicious() {
            super("only here");
        }

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }

        private void writeObject(ObjectOutputStream out) {
            throw new UnsupportedOperationException("not I");
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {NotSerializableException.class, RefusingException.class, UnreadableException.class, Vicious.class
            })
    void aFailureThatCannotTravelIsTold(Class<? extends Exception> type) throws Exception {
        var constructor = type.getDeclaredConstructor();
        Scripted.setUp(Scripted.One.class, () -> {
            throw constructor.newInstance();
        });
        Actor first = actor("first");
        assertThat(Actor.failure(first.begins(USE_ONE)))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasCauseExactlyInstanceOf(type);

        Throwable told = Actor.failure(actor("second").begins(USE_ONE));

        assertThat(told)
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("the shared fixture " + name(Scripted.One.class) + " could not be set up by ")
                .hasMessageContaining("FixtureContract")
                .hasMessageContaining(", thread first:\n" + type.getName());
        assertThat(Scripted.events()).containsExactly("set up One");
    }

    @Test
    void aFailureWithAMessageOfMegabytesIsTold() throws Exception {
        Scripted.setUp(Scripted.One.class, () -> {
            throw new IOException("x".repeat(10 << 20));
        });
        Actor first = actor("first");
        assertThat(Actor.failure(first.begins(USE_ONE))).hasCauseExactlyInstanceOf(IOException.class);

        assertThat(Actor.failure(actor("second").begins(USE_ONE)))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageContaining("\njava.io.IOException: xxx");
        Set<String> keys = first.does(worker -> worker.messageBoard().keys());
        assertThat(keys).as("the connection still works").isEmpty();
    }

    @Test
    void aTearDownThatThrowsAfterAFailureIsToldWithIt() throws Exception {
        Scripted.setUp(Scripted.One.class, Object::new);
        Scripted.tearDown(Scripted.One.class, () -> {
            throw new IOException("tear-down too");
        });

        assertThat(Actor.failure(actor("first").begins(USE_ONE)).getCause().getSuppressed())
                .singleElement()
                .asString()
                .contains("tear-down too");
        assertThat(Scripted.events()).hasSize(2);
    }

    @Test
    void noHandleIsAFailure() throws Exception {
        Scripted.setUp(Scripted.One.class, () -> null);

        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(actor("user " + i).begins(USE_ONE)))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageEndingWith("the handle of the shared fixture " + name(Scripted.One.class)
                            + " is null; setUp() answers with what its users need to know");
        }
        assertThat(Scripted.events()).containsExactly("set up One");
    }

    @Test
    void aHandleThatCannotBeSerializedIsTornDownAgainAndAFailure() throws Exception {
        Scripted.setUp(Scripted.One.class, () -> new BoardContract.Holder());

        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(actor("user " + i).begins(USE_ONE)))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageContaining("the handle of the shared fixture " + name(Scripted.One.class) + ", a "
                            + BoardContract.Holder.class.getName() + ", cannot go to other JVMs: ");
        }
        assertThat(Scripted.events()).hasSize(2).element(1).asString().startsWith("tear down ");
        assertThat(broker().hasFixtures()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 2_000_000})
    void aHandleThatIsTooLargeIsTornDownAgainAndAFailure(int length) throws Exception {
        Scripted.setUp(Scripted.One.class, () -> "x".repeat(length));

        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(actor("user " + i).begins(USE_ONE)))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageContaining(" bytes when serialized, and at most "
                            + (length > 1_000_000 ? "1048576" : "100000") + " are allowed; ");
        }
        assertThat(Scripted.events()).hasSize(2).element(1).asString().startsWith("tear down ");
    }

    static final class NoConstructor implements SharedFixture<String> {
        NoConstructor(String what) {}

        @Override
        public String setUp() {
            return "never";
        }

        @Override
        public void tearDown(String handle) {}
    }

    @Test
    void aClassWithoutAConstructorIsAFailure() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(actor("user " + i).begins(worker -> worker.shared(NoConstructor.class))))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageEndingWith("the shared fixture " + name(NoConstructor.class)
                            + " needs a constructor without parameters; is it a static class?");
        }
    }

    @Test
    void aFixtureThatUsesItselfIsAFailure() throws Exception {
        Coordination worker = worker();
        Scripted.setUp(Scripted.One.class, () -> worker.shared(Scripted.Two.class));
        Scripted.setUp(Scripted.Two.class, () -> worker.shared(Scripted.One.class));

        assertThatThrownBy(() -> worker.shared(Scripted.One.class))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageContaining("the shared fixture " + name(Scripted.One.class)
                        + " uses itself while it is set up or torn down: " + name(Scripted.One.class) + " uses "
                        + name(Scripted.Two.class) + " uses " + name(Scripted.One.class));

        assertThat(broker().hasFixtures()).isFalse();
        assertThat(Scripted.events()).containsExactly("set up One", "set up Two");
    }

    @Test
    void twoThatUseEachOtherInTwoThreadsAreAFailureAndDoNotHang() throws Exception {
        Actor one = actor("one");
        Actor two = actor("two");
        CountDownLatch both = new CountDownLatch(2);
        Scripted.setUp(Scripted.One.class, () -> {
            both.countDown();
            both.await();
            return one.worker().shared(Scripted.Two.class);
        });
        Scripted.setUp(Scripted.Two.class, () -> {
            both.countDown();
            both.await();
            return two.worker().shared(Scripted.One.class);
        });

        CompletableFuture<Object> first = one.begins(worker -> worker.shared(Scripted.One.class));
        CompletableFuture<Object> second = two.begins(worker -> worker.shared(Scripted.Two.class));

        assertThat(List.of(Actor.failure(first), Actor.failure(second)))
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("this would wait for ever:\n"));
        assertThat(broker().hasFixtures()).isFalse();
    }

    @Test
    void aTearDownThatUsesItsOwnFixtureIsAProblemAndDoesNotHang() throws Exception {
        Coordination worker = worker();
        Object unused = worker.shared(Scripted.One.class);
        Scripted.tearDown(Scripted.One.class, () -> {
            assertThat(worker.shared(Scripted.One.class)).isEqualTo("never");
        });

        broker().endFixtures();
        untilNoneIsLeft();

        assertThat(broker().problems())
                .singleElement()
                .asString()
                .contains("uses itself while it is set up or torn down: " + name(Scripted.One.class) + " uses "
                        + name(Scripted.One.class));
        answersAreThere(worker);
    }

    @Test
    void afterItsLastPlannedUserItIsTornDownWhileTheRunGoesOn() throws Exception {
        Coordination worker = worker();
        assertThat(worker.fixtures().use(Scripted.One.class, true, "a test")).isEqualTo("One");
        Object unused = worker.shared(Scripted.Two.class);

        broker().usersGone(name(Scripted.One.class));
        broker().usersGone(name(Scripted.Two.class));
        broker().usersGone("a.Fixture that nobody used");

        Actor.until("it is torn down", () -> Scripted.events().contains("tear down One"));
        assertThat(Scripted.events()).doesNotContain("tear down Two");
        broker().endFixtures();
        untilNoneIsLeft();
        assertThat(Scripted.events()).containsExactly("set up One", "set up Two", "tear down One", "tear down Two");
    }

    @Test
    void oneThatSomebodyUsesWithoutAPlanStaysUntilTheEnd() throws Exception {
        Coordination worker = worker();
        Object unused = worker.fixtures().use(Scripted.One.class, true, "a test");
        unused = worker.shared(Scripted.One.class);

        broker().usersGone(name(Scripted.One.class));

        assertThat(broker().hasFixtures()).isTrue();
        assertThat(worker.shared(Scripted.One.class)).isEqualTo("One");
        assertThat(Scripted.events()).containsExactly("set up One");
    }

    @Test
    void whoComesDuringItsTearDownGetsANewOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.tearDown(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
        });
        Coordination worker = worker();
        Object unused = worker.fixtures().use(Scripted.One.class, true, "a test");
        broker().usersGone(name(Scripted.One.class));
        begun.await();
        CompletableFuture<Object> late =
                actor("late").waitsFor(other -> other.fixtures().use(Scripted.One.class, true, "a rerun"));

        end.countDown();

        assertThat(Actor.result(late)).isEqualTo("One");
        assertThat(Scripted.events()).containsExactly("set up One", "tear down One", "set up One");
        broker().usersGone(name(Scripted.One.class));
        untilNoneIsLeft();
        assertThat(Scripted.events()).hasSize(4);
    }

    @Test
    void usersThatEndDuringItsSetUpEndItAfterwards() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "late";
        });
        CompletableFuture<Object> first =
                actor("first").begins(worker -> worker.fixtures().use(Scripted.One.class, true, "a test"));
        begun.await();

        broker().usersGone(name(Scripted.One.class));
        end.countDown();

        assertThat(Actor.result(first)).isEqualTo("late");
        untilNoneIsLeft();
        assertThat(Scripted.events()).containsExactly("set up One", "tear down late");
    }

    @Test
    void whoKeepsOneHasToStay() throws Exception {
        Actor first = actor("first");
        assertThat(broker().isKeptBy(1)).isFalse();

        first.does(USE_ONE);
        actor("second").does(USE_ONE);

        assertThat(broker().isKeptBy(1)).isTrue();
        assertThat(broker().isKeptBy(2)).isFalse();
        broker().endFixtures();
        untilNoneIsLeft();
        assertThat(broker().isKeptBy(1)).isFalse();
    }

    @Test
    void whoIsInterruptedWhileItWaitsGoesOnWithoutIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "ready";
        });
        CompletableFuture<Object> first = actor("first").begins(USE_ONE);
        begun.await();
        Actor interrupted = actor("interrupted");
        CompletableFuture<Object> second = interrupted.waitsFor(USE_ONE);
        CompletableFuture<Object> third = actor("third").waitsFor(USE_ONE);

        interrupted.interrupt();

        assertThat(Actor.failure(second))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("interrupted while it waited for \"" + name(Scripted.One.class)
                        + "\": it has been set up for ");
        end.countDown();
        Actor.result(first);
        assertThat(Actor.result(third)).isEqualTo("ready");
    }

    @Test
    void aRequestThatComesBeforeItsKeeperIsNotLost() throws Exception {
        // The broker may ask as soon as there is a connection.
        var link = new LocalLink(broker());
        ask(link, Op.USE);
        ask(link, Op.SET_UP_DONE);
        broker().endFixtures();
        CompletableFuture<String> asked = new CompletableFuture<>();

        link.keeper(new Link.Keeper() {
            @Override
            public void tearDown(String fixture) {
                asked.complete(fixture);
            }

            @Override
            public void setUp(String fixture) {}
        });

        assertThat(Actor.result(asked)).isEqualTo("a.Fixture");
    }

    private static void ask(Link link, Op op) {
        Object unused = link.ask(new Link.Question(op, "a.Fixture", "here"));
    }
}

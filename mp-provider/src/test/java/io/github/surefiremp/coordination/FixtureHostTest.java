package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fixtures that live in a JVM of their own. */
class FixtureHostTest extends CoordinationContract {
    private static final Actor.Deed<Object> USE_ONE = worker -> worker.shared(Scripted.One.class);
    private static final Actor.Deed<Answer> ASK =
            worker -> worker.ask(new Link.Question(Op.USE, Scripted.One.class.getName(), "here").number(1));

    FixtureHostTest() {
        super(SocketWorkers::new);
    }

    @BeforeEach
    void begin() {
        Scripted.reset();
        broker().hostFixtures();
    }

    private SocketWorkers sockets() {
        return (SocketWorkers) workers();
    }

    @Test
    void theHostSetsItUpAndTearsItDown() throws Exception {
        Actor first = actor("first");
        Actor second = actor("second");
        String[] threads = new String[1];
        Scripted.setUp(Scripted.One.class, () -> {
            threads[0] = Thread.currentThread().getName();
            return "hosted";
        });
        sockets().host();

        assertThat(Actor.result(first.begins(USE_ONE))).isEqualTo("hosted");
        assertThat(Actor.result(second.begins(USE_ONE))).isEqualTo("hosted");

        assertThat(threads[0]).isEqualTo("mp-set-up");
        assertThat(broker().isKeptBy(1) || broker().isKeptBy(2)).isFalse();
        sockets().kill(first.worker());
        sockets().kill(second.worker());
        assertThat(broker().hasFixtures()).isTrue();
        broker().endFixtures();
        Actor.until("it is torn down", () -> !broker().hasFixtures());
        assertThat(Scripted.events()).containsExactly("set up One", "tear down hosted");
    }

    @Test
    void aFailureThereIsTheCauseOfAllUsers() throws Exception {
        sockets().host();
        Scripted.setUp(Scripted.One.class, () -> {
            throw new IOException("no database");
        });

        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(actor("user " + i).begins(USE_ONE)))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessage("the shared fixture " + Scripted.One.class.getName()
                            + " could not be set up: java.io.IOException: no database")
                    .hasCauseExactlyInstanceOf(IOException.class);
        }
        assertThat(Scripted.events()).containsExactly("set up One");
    }

    @Test
    void oneThatUsesItselfThereIsAFailureAndDoesNotHang() throws Exception {
        Coordination host = sockets().host();
        Scripted.setUp(Scripted.One.class, () -> host.shared(Scripted.Two.class));
        Scripted.setUp(Scripted.Two.class, () -> host.shared(Scripted.One.class));

        assertThat(Actor.failure(actor("user").begins(USE_ONE))).hasMessageContaining("this would wait for ever:\n");
        assertThat(broker().hasFixtures()).isFalse();
    }

    @Test
    void oneThereMayUseAnother() throws Exception {
        Coordination host = sockets().host();
        Scripted.setUp(Scripted.One.class, () -> "One on " + host.shared(Scripted.Two.class));

        assertThat(Actor.result(actor("user").begins(USE_ONE))).isEqualTo("One on Two");

        broker().endFixtures();
        Actor.until("they are torn down", () -> !broker().hasFixtures());
        assertThat(Scripted.events())
                .containsExactly("set up One", "set up Two", "tear down One on Two", "tear down Two");
    }

    @Test
    void whoNeedsAHostSeesToItWhileTheOthersWait() throws Exception {
        Actor first = actor("first");
        assertThat(first.does(ASK).kind()).isEqualTo(Answer.Kind.NEED_HOST);
        CompletableFuture<Object> second = actor("second").waitsFor(USE_ONE);

        sockets().host();

        assertThat(first.does(ASK).kind()).isEqualTo(Answer.Kind.VALUE);
        assertThat(Actor.result(second)).isEqualTo("One");
    }

    @Test
    void aHostThatIsGoneWhenItIsNeededIsAFailureOfAll() throws Exception {
        Actor first = actor("first");
        assertThat(first.does(ASK).kind()).isEqualTo(Answer.Kind.NEED_HOST);
        CompletableFuture<Object> second = actor("second").waitsFor(USE_ONE);

        Answer answer = first.does(ASK);

        assertThat(answer.kind()).isEqualTo(Answer.Kind.FAILED);
        assertThat(Actor.failure(second))
                .hasMessage(
                        "the shared fixture " + Scripted.One.class.getName() + " could not be set up " + answer.text());
    }

    @Test
    void whoDiesWhileItSeesToAHostLeavesThatToTheNextOne() throws Exception {
        Actor first = actor("first");
        assertThat(first.does(ASK).kind()).isEqualTo(Answer.Kind.NEED_HOST);
        CompletableFuture<Answer> second = actor("second").waitsFor(ASK);

        sockets().kill(first.worker());

        assertThat(Actor.result(second).kind()).isEqualTo(Answer.Kind.NEED_HOST);
    }

    @Test
    void whereNoHostCanBeStartedAllUsersAreTold() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(Actor.failure(actor("user " + i).begins(USE_ONE)))
                    .isInstanceOf(CoordinationException.class)
                    .hasMessageContaining("JVMs for fixtures are not started here");
        }
        assertThat(broker().hasFixtures()).isFalse();
    }

    @Test
    void aHostOfOtherUsersIsNone() throws Exception {
        sockets().connect("another module's", 0, "another module", true);

        assertThat(actor("user").does(ASK).kind()).isEqualTo(Answer.Kind.NEED_HOST);
    }

    @Test
    void afterADeathOfTheHostTheNextUserNeedsANewOne() throws Exception {
        Coordination host = sockets().host();
        Actor user = actor("user");
        user.does(USE_ONE);

        sockets().kill(host);

        Actor.until("the broker knows", () -> !broker().hasFixtures());
        assertThat(user.does(ASK).kind()).isEqualTo(Answer.Kind.NEED_HOST);
        sockets().host();
        assertThat(user.does(ASK).kind()).isEqualTo(Answer.Kind.VALUE);
        assertThat(Scripted.events().stream().filter("set up One"::equals)).hasSize(2);
    }

    @Test
    void aDeathOfTheHostDuringASetUpIsNotTheEnd() throws Exception {
        Coordination host = sockets().host();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Scripted.setUp(Scripted.One.class, () -> {
            begun.countDown();
            end.await();
            return "never";
        });
        Actor first = actor("first");
        CompletableFuture<Answer> answer = first.begins(ASK);
        begun.await();
        CompletableFuture<Object> second = actor("second").waitsFor(USE_ONE);

        sockets().kill(host);
        assertThat(Actor.result(answer).kind()).isEqualTo(Answer.Kind.NEED_HOST);
        Scripted.setUp(Scripted.One.class, () -> "again");
        sockets().host();

        assertThat(first.does(ASK).kind()).isEqualTo(Answer.Kind.VALUE);
        assertThat(Actor.result(second)).isEqualTo("again");
        end.countDown();
    }
}

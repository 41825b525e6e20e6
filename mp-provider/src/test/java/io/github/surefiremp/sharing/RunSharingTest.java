package io.github.surefiremp.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Frames;
import io.github.surefiremp.coordination.broker.Frames.Hello;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link;
import io.github.surefiremp.coordination.client.SocketLink;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunSharingTest {
    private final Queue<String> tornDown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger notices = new AtomicInteger();
    private RunSharing sharing;

    @BeforeEach
    void begin() throws IOException {
        sharing = new RunSharing("run-sharing-test", () -> {}, scope -> "no JVM for fixtures in this test");
    }

    @AfterEach
    void end() {
        sharing.close();
    }

    /** A worker that tears down what it is asked to, if it is {@code able}. */
    private SocketLink connect(int worker, boolean able) {
        SocketLink link = new SocketLink(
                sharing.port(),
                new Hello(Frames.VERSION, sharing.secret(), "worker " + worker, worker, "module", false),
                () -> {});
        link.keeper(new Link.Keeper() {
            @Override
            public void setUp(String name) {
                throw new AssertionError("workers are not asked to set up");
            }

            @Override
            public void tearDown(String name) {
                if (able) {
                    tornDown.add(name);
                    assertThat(link.ask(new Link.Question(Op.TORN_DOWN, name, ""))
                                    .kind())
                            .isEqualTo(Answer.Kind.DONE);
                }
            }
        });
        return link;
    }

    private static void beginSetUp(SocketLink worker, String fixture) {
        assertThat(worker.ask(new Link.Question(Op.USE, fixture, "a test")).kind())
                .isEqualTo(Answer.Kind.SET_UP);
    }

    private static void setUp(SocketLink worker, String fixture) {
        beginSetUp(worker, fixture);
        assertThat(worker.ask(new Link.Question(Op.SET_UP_DONE, fixture, "a test").value(new byte[1]))
                        .kind())
                .isEqualTo(Answer.Kind.DONE);
    }

    @Test
    void theLastOneThatWasSetUpIsTornDownFirst() {
        try (SocketLink one = connect(1, true);
                SocketLink two = connect(2, true)) {
            setUp(one, "server");
            setUp(two, "tenant");
            assertThat(sharing.endFixtures(Duration.ofSeconds(50), notices::incrementAndGet))
                    .isEmpty();
            assertThat(tornDown).containsExactly("tenant", "server");
            assertThat(notices).hasValue(0);
        }
    }

    @Test
    void aSetUpThatHangsKeepsOthersFromTheirTearDownForHalfOfTheTime() {
        try (SocketLink one = connect(1, true);
                SocketLink two = connect(2, true)) {
            setUp(one, "server");
            beginSetUp(two, "tenant");
            assertThat(sharing.endFixtures(Duration.ofSeconds(1), notices::incrementAndGet))
                    .contains("shared fixtures were not torn down within 1 s");
            assertThat(tornDown).containsExactly("server");
        }
    }

    @Test
    void aTearDownThatHangsIsTold() {
        try (SocketLink one = connect(1, false)) {
            setUp(one, "server");
            assertThat(sharing.endFixtures(Duration.ofMillis(100), notices::incrementAndGet))
                    .first()
                    .isEqualTo("shared fixtures were not torn down within 0 s");
            assertThat(notices).hasValue(1);
        }
    }
}

package io.github.surefiremp.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Frames;
import io.github.surefiremp.coordination.broker.Frames.Hello;
import io.github.surefiremp.coordination.broker.Limits;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link.Question;
import io.github.surefiremp.coordination.client.LinkException;
import io.github.surefiremp.coordination.client.SocketLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BrokerServerTest {
    private final Broker broker = new Broker(Limits.DEFAULT, System::nanoTime, () -> {});
    private BrokerServer server;

    @BeforeEach
    void begin() throws IOException {
        server = new BrokerServer("broker-server-test", broker, scope -> {
            if (scope.equals("BROKEN")) {
                throw new IllegalStateException("cannot");
            }
            return scope.equals("SESSION") ? null : "not for " + scope;
        });
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Hello hello(int version, String secret) {
        return new Hello(version, secret, "worker 1", 1, "module", false);
    }

    private SocketLink connect() {
        return new SocketLink(server.port(), hello(Frames.VERSION, server.secret()), () -> {});
    }

    @Test
    void answersAFriend() {
        try (SocketLink link = connect()) {
            assertThat(link.ask(new Question(Op.LOCK, "a", "here")).kind()).isEqualTo(Answer.Kind.DONE);
        }
    }

    @Test
    void whoTellsDoesNotWait() {
        try (SocketLink link = connect()) {
            long token = link.ask(new Question(Op.LOCK, "a", "here")).number();
            synchronized (broker) {
                link.tell(new Question(Op.UNLOCK, "a", "here").number(token));
            }
            assertThat(link.ask(new Question(Op.LOCK, "a", "here")).kind()).isEqualTo(Answer.Kind.DONE);
        }
    }

    @Test
    void closesTheConnectionOfWhoDoesNotKnowTheSecret() {
        assertThatThrownBy(() -> new SocketLink(server.port(), hello(Frames.VERSION, "guess"), () -> {}))
                .isExactlyInstanceOf(LinkException.class)
                .hasMessage("mp's broker on port " + server.port()
                        + " of this machine cannot be used: it closed the connection");
    }

    @Test
    void tellsWhoSpeaksAnotherVersion() {
        assertThatThrownBy(() -> new SocketLink(server.port(), hello(99, server.secret()), () -> {}))
                .isExactlyInstanceOf(LinkException.class)
                .hasMessageContaining("mp-annotations speaks version 99 of the protocol between workers, and"
                        + " mp-maven-plugin version " + Frames.VERSION + "; give both the same version");
    }

    @Test
    void closesTheConnectionOfAStrangerAndServesOn() throws Exception {
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            stranger.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        answersAFriend();
    }

    @Test
    void garbageAfterTheHelloEndsThatConnectionAlone() throws Exception {
        try (SocketLink other = connect();
                Socket friend = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            friend.getOutputStream().write(Frames.hello(hello(Frames.VERSION, server.secret())));
            assertThat(Frames.readAnswer(friend.getInputStream()).kind()).isEqualTo(Answer.Kind.DONE);
            friend.getOutputStream().write(new byte[] {0, 0, 0, 3, 1, 2, 3});
            assertThat(friend.getInputStream().read()).isEqualTo(-1);
            assertThat(other.ask(new Question(Op.GET, "a", "here")).kind()).isEqualTo(Answer.Kind.NONE);
        }
    }

    @Test
    void whoIsWelcomeIsKnownToTheBroker() throws Exception {
        try (Socket friend = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            synchronized (broker) {
                friend.getOutputStream().write(Frames.hello(hello(Frames.VERSION, server.secret())));
                untilAConnectionWaitsForTheBroker();
                assertThat(friend.getInputStream().available()).isZero();
            }
            assertThat(Frames.readAnswer(friend.getInputStream()).kind()).isEqualTo(Answer.Kind.DONE);
        }
    }

    private static void untilAConnectionWaitsForTheBroker() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("broker-server-test-connection")
                        && thread.getState() == Thread.State.BLOCKED)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(100_000);
        }
    }

    @Test
    void answersWhoAsksForAHostWhateverHappens() {
        try (SocketLink link = connect()) {
            assertThat(link.ask(new Question(Op.HOST, "SESSION", "")).kind()).isEqualTo(Answer.Kind.DONE);
            assertThat(link.ask(new Question(Op.HOST, "EXECUTION", "")).text()).isEqualTo("not for EXECUTION");
            Answer broken = link.ask(new Question(Op.HOST, "BROKEN", ""), TimeUnit.SECONDS.toNanos(10));
            assertThat(broken.kind()).isEqualTo(Answer.Kind.REFUSED);
            assertThat(broken.text()).contains("cannot");
        }
    }

    @Test
    void itsEndIsTheEndOfItsLinks() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        SocketLink link = new SocketLink(server.port(), hello(Frames.VERSION, server.secret()), ended::countDown);

        server.close();

        ended.await();
        assertThatThrownBy(() -> link.ask(new Question(Op.GET, "a", "here")))
                .isExactlyInstanceOf(LinkException.class)
                .hasMessageStartingWith("mp's broker is gone: ");
        int port = server.port();
        assertThatThrownBy(() -> new SocketLink(port, hello(Frames.VERSION, "any"), () -> {}))
                .isExactlyInstanceOf(LinkException.class)
                .hasMessageStartingWith("mp's broker on port " + port + " of this machine cannot be used: ");
    }
}

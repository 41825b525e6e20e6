package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerServerTest {
    private static final int DEADLINE_SECONDS = 20;

    private final List<AutoCloseable> open = new ArrayList<>();
    private WorkerServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new WorkerServer();
        open.add(server);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void theConnectionStringIsOneThatSurefiresForkReads() {
        WorkerServer.Expected expected = server.expectOne();
        URI uri = URI.create(expected.connectionString());

        assertThat(uri.getScheme()).isEqualTo("tcp");
        assertThat(uri.getHost()).isIn("127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");
        assertThat(uri.getPort()).isPositive();
        assertThat(uri.getQuery()).matches("sessionId=[0-9a-f-]{36}");
    }

    @Test
    void aWorkerIsKnownByItsSessionId() throws Exception {
        WorkerServer.Expected one = server.expectOne();
        WorkerServer.Expected other = server.expectOne();

        Socket second = connect(other, session(other));
        Socket first = connect(one, session(one));

        assertTalks(one, first);
        assertTalks(other, second);
    }

    @Test
    void aSessionIdMayComeInPieces() throws Exception {
        WorkerServer.Expected expected = server.expectOne();
        String session = session(expected);

        Socket socket = connect(expected, session.substring(0, 5));
        socket.getOutputStream().write(session.substring(5).getBytes(StandardCharsets.US_ASCII));

        assertTalks(expected, socket);
    }

    @Test
    void aStrangerWithAWrongSessionIdIsSentAwayAndTheWorkerCanStillCome() throws Exception {
        WorkerServer.Expected expected = server.expectOne();

        Socket stranger = connect(expected, UUID.randomUUID().toString());
        assertThat(endOf(stranger)).isEqualTo(-1);
        Socket worker = connect(expected, session(expected));

        assertTalks(expected, worker);
    }

    @Test
    void aStrangerWhoSaysNothingDoesNotKeepTheWorkerOut() throws Exception {
        WorkerServer.Expected expected = server.expectOne();

        connect(expected, "");
        connect(expected, "GET / HTTP/1.1\r\n\r\n");
        Socket worker = connect(expected, session(expected));

        assertTalks(expected, worker);
    }

    @Test
    void aStrangerWhoLeavesAtOnceIsNoTrouble() throws Exception {
        WorkerServer.Expected expected = server.expectOne();

        connect(expected, "x").close();
        Socket worker = connect(expected, session(expected));

        assertTalks(expected, worker);
    }

    @Test
    void aSessionIdWorksOnce() throws Exception {
        WorkerServer.Expected expected = server.expectOne();
        Socket worker = connect(expected, session(expected));
        assertTalks(expected, worker);

        Socket copy = connect(expected, session(expected));

        assertThat(endOf(copy)).isEqualTo(-1);
        assertTalks(expected, worker);
    }

    @Test
    void aWorkerThatNobodyWaitsForAnyMoreIsSentAway() throws Exception {
        WorkerServer.Expected expected = server.expectOne();
        expected.socket().completeExceptionally(new IOException("it ended before it connected"));

        Socket late = connect(expected, session(expected));

        assertThat(endOf(late)).isEqualTo(-1);
    }

    @Test
    void fiveHundredStrangersDoNotKeepAWorkerOut() throws Exception {
        WorkerServer.Expected expected = server.expectOne();
        for (int i = 0; i < 500; i++) {
            connect(expected, i % 2 == 0 ? "" : "nonsense");
        }

        Socket worker = connect(expected, session(expected));

        assertTalks(expected, worker);
    }

    @Test
    void whatFollowsTheSessionIdIsLeftForTheProtocol() throws Exception {
        WorkerServer.Expected expected = server.expectOne();

        connect(expected, session(expected) + "rest");

        Socket ours = expected.socket().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        open.add(ours);
        assertThat(new String(ours.getInputStream().readNBytes(4), StandardCharsets.US_ASCII))
                .isEqualTo("rest");
    }

    private void assertTalks(WorkerServer.Expected expected, Socket worker) throws Exception {
        Socket ours = expected.socket().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        open.add(ours);
        assertThat(ours.getSoTimeout()).isZero();
        ours.getOutputStream().write('!');
        assertThat(worker.getInputStream().read()).isEqualTo('!');
        worker.getOutputStream().write('?');
        assertThat(ours.getInputStream().read()).isEqualTo('?');
    }

    private Socket connect(WorkerServer.Expected expected, String first) throws IOException {
        URI uri = URI.create(expected.connectionString());
        Socket socket = new Socket(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        open.add(socket);
        socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String session(WorkerServer.Expected expected) {
        String text = expected.connectionString();
        return text.substring(text.indexOf('=') + 1);
    }

    private static int endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }
}

package io.github.surefiremp.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackServerTest {
    private static final int DEADLINE_SECONDS = 20;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<Socket> taken = new LinkedBlockingQueue<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void itListensOnLoopbackAlone() throws IOException {
        LoopbackServer server = server(guest -> false);

        assertThat(server.address().isLoopbackAddress()).isTrue();
        assertThat(server.port()).isPositive();
    }

    @Test
    void aVisitThatIsOverEndsTheConnection() throws IOException {
        Socket socket = connect(server(guest -> false));

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aVisitThatFailsEndsItsConnectionAndNoOther() throws IOException {
        LoopbackServer server = server(guest -> {
            if (guest.socket().getInputStream().read() == 'x') {
                throw new IOException("a bad guest");
            }
            guest.socket().getOutputStream().write('!');
            return false;
        });
        Socket bad = connect(server);
        Socket good = connect(server);

        bad.getOutputStream().write('x');
        assertThat(bad.getInputStream().read()).isEqualTo(-1);

        good.getOutputStream().write('y');
        assertThat(good.getInputStream().read()).isEqualTo('!');
    }

    @Test
    void aConnectionThatWasTakenOverStaysOpenBeyondTheServer() throws Exception {
        LoopbackServer server = server(guest -> {
            guest.isKnown();
            taken.add(guest.socket());
            return true;
        });
        Socket client = connect(server);
        Socket socket = taken.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        open.add(socket);
        // The visit of the first has ended once a second one has been served after it.
        connect(server);
        open.add(taken.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));

        socket.getOutputStream().write('!');

        assertThat(client.getInputStream().read()).isEqualTo('!');
        assertThat(socket.getSoTimeout()).isZero();
    }

    @Test
    void aFloodOfStrangersCostsTheOldestOnes() throws Exception {
        LoopbackServer server = server(guest -> {
            if (guest.socket().getInputStream().read() == 'f') {
                guest.isKnown();
                guest.socket().getOutputStream().write('!');
            }
            return false;
        });
        List<Socket> strangers = new ArrayList<>();
        for (int i = 0; i < 1_050; i++) {
            strangers.add(connect(server));
        }
        Socket friend = connect(server);
        friend.getOutputStream().write('f');

        assertThat(friend.getInputStream().read()).isEqualTo('!');
        assertThat(endOf(strangers.get(0))).isEqualTo(-1);
        // One of the latest still has its turn.
        Socket late = strangers.get(1_049);
        late.getOutputStream().write('f');
        assertThat(late.getInputStream().read()).isEqualTo('!');
    }

    @Test
    void closingEndsStrangersAndFriends() throws Exception {
        LoopbackServer server = server(guest -> {
            if (guest.socket().getInputStream().read() == 'f') {
                guest.isKnown();
                guest.socket().getOutputStream().write('!');
                guest.socket().getInputStream().read();
            }
            return false;
        });
        Socket stranger = connect(server);
        Socket friend = connect(server);
        friend.getOutputStream().write('f');
        assertThat(friend.getInputStream().read()).isEqualTo('!');

        server.close();

        assertThat(endOf(friend)).isEqualTo(-1);
        assertThat(endOf(stranger)).isEqualTo(-1);
    }

    private LoopbackServer server(LoopbackServer.Visitor visitor) throws IOException {
        LoopbackServer server = new LoopbackServer("test", visitor);
        open.add(server);
        return server;
    }

    private Socket connect(LoopbackServer server) throws IOException {
        Socket socket = new Socket(server.address(), server.port());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        open.add(socket);
        return socket;
    }

    private static int endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }
}

package sharedfixtures;

import io.github.surefiremp.coordination.SharedFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Answers each connection with a letter, as long as the JVM lives that set it up. */
final class Server implements SharedFixture<Integer> {
    private ServerSocket socket;

    @Override
    public Integer setUp() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "server");
        thread.setDaemon(true);
        thread.start();
        Journal.write("server up");
        return socket.getLocalPort();
    }

    @Override
    public void tearDown(Integer port) throws IOException {
        if (port != socket.getLocalPort()) {
            throw new IllegalStateException("not the port that was handed out: " + port);
        }
        socket.close();
        Journal.write("server down");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.getOutputStream().write('!');
            } catch (IOException e) {
                // Closed, or a client that went away.
            }
        }
    }

    static void isUsedBy(String name, int port) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (client.getInputStream().read() != '!') {
                throw new IOException("the server did not answer");
            }
        }
        Journal.write("server used by " + name);
    }
}

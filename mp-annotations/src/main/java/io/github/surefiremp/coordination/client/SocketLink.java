package io.github.surefiremp.coordination.client;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Frames;
import io.github.surefiremp.coordination.broker.Request;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A connection to a broker in another JVM of this machine.
 *
 * <p>Story: a daemon thread reads answers; each asking thread writes its own request, one at a time. When the
 * connection ends, all that wait are told, and each later question fails. {@link #close} ends it.
 */
public final class SocketLink extends Link implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket;
    private final OutputStream out;
    private final Runnable atEnd;

    /**
     * Connects.
     *
     * @param port on the loopback address
     * @param atEnd runs when the broker is gone
     * @throws LinkException if there is no broker, or not one that speaks this version
     */
    public SocketLink(int port, Frames.Hello hello, Runnable atEnd) {
        this.atEnd = atEnd;
        try {
            socket = new Socket();
            InetAddress loopback = InetAddress.getLoopbackAddress();
            socket.connect(new InetSocketAddress(loopback, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(CONNECT_MILLIS);
            out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            out.write(Frames.hello(hello));
            Answer welcome = Frames.readAnswer(in);
            if (welcome == null) {
                throw new EOFException("it closed the connection");
            }
            if (welcome.kind() != Answer.Kind.DONE) {
                throw new IOException(welcome.text());
            }
            socket.setSoTimeout(0);
            daemon("mp-answers", () -> read(in));
        } catch (IOException e) {
            throw new LinkException(
                    "mp's broker on port " + port + " of this machine cannot be used: " + e.getMessage(), e);
        }
    }

    private void read(InputStream in) {
        IOException reason = new EOFException("it closed the connection");
        try {
            for (Answer next = Frames.readAnswer(in); next != null; next = Frames.readAnswer(in)) {
                receive(next);
            }
        } catch (IOException e) {
            reason = e;
        }
        isLost(new LinkException("mp's broker is gone: " + reason.getMessage(), reason));
        atEnd.run();
    }

    @Override
    void send(Request request) {
        byte[] frame = Frames.request(request);
        try {
            synchronized (out) {
                out.write(frame);
            }
        } catch (IOException e) {
            throw new LinkException("mp's broker is gone: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing can be done about a socket that does not close.
        }
    }
}

package io.github.surefiremp.coordinator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A controller's connection to the coordinator.
 *
 * <p>Story: a daemon thread reads the coordinator's lines and calls the listener; the methods write and may be called
 * from any thread. When the connection is lost, {@link Listener#lost} is called once, unless {@link #close} was.
 */
public final class CoordinatorClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket;
    private final OutputStream out;
    private volatile boolean closed;

    /** What the coordinator says; called on the client's own thread. */
    public interface Listener {
        /** The controller may have a worker with this number. */
        void granted(int number);

        /** Another controller has no worker and waits: end one after its unit if there are several. */
        void spareAsked();

        /** The coordinator is gone, and Maven with it or soon. */
        void lost(IOException reason);
    }

    public CoordinatorClient(int port, String secret, Listener listener) throws IOException {
        socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            send(Wire.HELLO + secret);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        Thread reader = new Thread(() -> read(listener), "mp-coordinator-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** How many more workers this controller could use now; replaces what was said before. */
    public void want(int more) throws IOException {
        send(Wire.WANT + more);
    }

    /** The worker with this number is gone. */
    public void giveBack(int number) throws IOException {
        send(Wire.BACK + number);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }

    private void read(Listener listener) {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = Wire.readLine(lines); line != null; line = Wire.readLine(lines)) {
                if (line.startsWith(Wire.GRANT)) {
                    listener.granted(Wire.number(line, Wire.GRANT));
                } else if (line.equals(Wire.SPARE)) {
                    listener.spareAsked();
                } else {
                    throw new IOException("the coordinator sent an unknown line");
                }
            }
            throw new IOException("the coordinator closed the connection");
        } catch (IOException e) {
            if (!closed) {
                listener.lost(e);
            }
        }
    }

    private synchronized void send(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

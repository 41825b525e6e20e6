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
 * from any thread. The client keeps no state of what it asked for or was given: that is with the caller, who alone
 * knows in which order it takes what the listener heard and what it said itself. When the connection is lost, {@link
 * Listener#lost} is called once, unless {@link #close} was.
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

        /** Another controller needs a worker more: end one after its unit if there are several. */
        void spareAsked();

        /**
         * Answers {@link #enter}: once for each call, in their order. If {@link #leave} was not called since, the
         * controller is inside; else this is the answer to a request that is over, and nothing may be run because of
         * it.
         */
        void entered();

        /**
         * Another controller waits for this one, which is inside: leave as soon as nothing runs, hand out no further
         * unit, and ask again if there are more. At most once in each stay, and after its {@link #entered}. When it
         * crosses a {@link #leave}, it comes before the answer to the next {@link #enter}: while an answer is
         * outstanding it is stale.
         */
        void yieldAsked();

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

    /** How many milliseconds one worker would need for all that is left of the run; replaces what was said before. */
    public void left(long millis) throws IOException {
        send(Wire.LEFT + millis);
    }

    /** How many milliseconds the build goes on after the run, at least, with what has to wait for it. */
    public void after(long millis) throws IOException {
        send(Wire.AFTER + millis);
    }

    /** The worker with this number is gone. */
    public void giveBack(int number) throws IOException {
        send(Wire.BACK + number);
    }

    /**
     * Asks to be inside, where a controller must be while any of its units runs; {@link Listener#entered} answers. A
     * controller that is inside or has asked already must leave first, or it loses the connection.
     *
     * <p>Ask only with a worker number in hand, keep one while waiting and inside, and leave if the last is gone. Else
     * two controllers may wait for each other, one inside for a number and one with a number for the permit. And run a
     * unit in each stay, even if {@link Listener#yieldAsked} comes at once: two that yield before they have run
     * anything take turns for ever.
     *
     * @param alone whether no other controller may be inside meanwhile
     */
    public void enter(boolean alone) throws IOException {
        send(alone ? Wire.ENTER_ALONE : Wire.ENTER_SHARED);
    }

    /**
     * Nothing of this controller runs any more, or it no longer wants what it asked for; the request's answer comes
     * even then. A controller that is outside must not leave, or it loses the connection.
     */
    public void leave() throws IOException {
        send(Wire.LEAVE);
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
                } else if (line.equals(Wire.ENTERED)) {
                    listener.entered();
                } else if (line.equals(Wire.YIELD)) {
                    listener.yieldAsked();
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

package io.github.surefiremp.standby;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a JVM that waits is told what to become: over a port of the loopback address, by whoever knows its secret.
 *
 * <p>The connection stays open as long as the JVM lives, so its end tells at once that the JVM has ended. Both sides
 * are for one thread; strangers are answered one after another, each within a deadline.
 */
final class HandOut {
    private static final int SECRET_LENGTH = 36;
    private static final int MOST_ARGUMENTS = 100;
    private static final int DEADLINE_MILLIS = 1_000;
    private static final int POLL_MILLIS = 1_000;
    private static final String YOURS = "yours";

    private HandOut() {}

    /** The JVM's side. */
    static final class Waiting implements AutoCloseable {
        private final String secret;
        private final LongSupplier nanoClock;
        private final ServerSocket server;
        /** Kept here, because a socket that nobody refers to is closed. */
        private @Nullable Socket owner;

        Waiting(String secret) throws IOException {
            this(secret, System::nanoTime);
        }

        Waiting(String secret, LongSupplier nanoClock) throws IOException {
            this.secret = secret;
            this.nanoClock = nanoClock;
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            server.setSoTimeout(POLL_MILLIS);
        }

        int port() {
            return server.getLocalPort();
        }

        /**
         * Waits to be handed out.
         *
         * @param goesOn asked about once a second
         * @return what the JVM is told; empty if it shall end
         */
        Optional<List<String>> await(BooleanSupplier goesOn) {
            while (goesOn.getAsBoolean()) {
                try {
                    Socket socket = server.accept();
                    Optional<List<String>> told = listen(socket);
                    if (told.isPresent()) {
                        owner = socket;
                        return told;
                    }
                    socket.close();
                } catch (SocketTimeoutException e) {
                    // Nobody came.
                } catch (IOException e) {
                    if (server.isClosed()) {
                        return Optional.empty();
                    }
                    // A stranger went.
                }
            }
            return Optional.empty();
        }

        private Optional<List<String>> listen(Socket socket) {
            try {
                DataInputStream in = new DataInputStream(new InTime(socket, nanoClock));
                byte[] first = in.readNBytes(SECRET_LENGTH);
                if (!MessageDigest.isEqual(first, secret.getBytes(StandardCharsets.US_ASCII))) {
                    return Optional.empty();
                }
                int count = in.readInt();
                if (count < 0 || count > MOST_ARGUMENTS) {
                    return Optional.empty();
                }
                List<String> arguments = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    arguments.add(in.readUTF());
                }
                new DataOutputStream(socket.getOutputStream()).writeUTF(YOURS);
                return Optional.of(arguments);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        boolean isOwned() {
            return owner != null;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** What comes within the deadline, however it is cut. */
    private static final class InTime extends InputStream {
        private final Socket socket;
        private final InputStream in;
        private final LongSupplier nanoClock;
        private final long deadline;

        InTime(Socket socket, LongSupplier nanoClock) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.nanoClock = nanoClock;
            this.deadline = nanoClock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(DEADLINE_MILLIS);
        }

        @Override
        public int read() throws IOException {
            limit();
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            limit();
            return in.read(into, from, length);
        }

        /** The next read waits no longer than until the deadline. */
        private void limit() throws IOException {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - nanoClock.getAsLong());
            if (left <= 0) {
                throw new SocketTimeoutException("it takes too long");
            }
            socket.setSoTimeout((int) left);
        }
    }

    /**
     * The other side.
     *
     * @return the open connection
     */
    static Socket take(int port, String secret, List<String> arguments) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), DEADLINE_MILLIS);
            socket.setSoTimeout(2 * DEADLINE_MILLIS);
            socket.setTcpNoDelay(true);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(secret.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(arguments.size());
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
            out.flush();
            if (!YOURS.equals(new DataInputStream(socket.getInputStream()).readUTF())) {
                throw new IOException("the standby JVM gave an unknown answer");
            }
            socket.setSoTimeout(0);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

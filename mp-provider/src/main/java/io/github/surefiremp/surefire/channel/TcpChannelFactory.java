package io.github.surefiremp.surefire.channel;

import static org.apache.maven.surefire.api.util.internal.Channels.newBufferedChannel;
import static org.apache.maven.surefire.api.util.internal.Channels.newInputStream;
import static org.apache.maven.surefire.api.util.internal.Channels.newOutputStream;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.api.util.internal.DaemonThreadFactory;
import org.apache.maven.surefire.api.util.internal.WritableBufferedByteChannel;
import org.apache.maven.surefire.booter.spi.AbstractMasterProcessChannelProcessorFactory;
import org.apache.maven.surefire.booter.spi.CommandChannelDecoder;
import org.jspecify.annotations.Nullable;

/** Surefire's channel over TCP, with the same streams, but it ends its threads when it is closed. */
final class TcpChannelFactory extends AbstractMasterProcessChannelProcessorFactory {
    private static final String SCHEME = "tcp://";
    private static final String SESSION = "sessionId=";
    /** As Surefire's. */
    private static final int FLUSH_PERIOD_MILLIS = 100;

    private static final int THREADS = 2;
    private static final int MILLIS_TO_END = 100;
    private static final List<SocketOption<Boolean>> OPTIONS = List.of(
            StandardSocketOptions.SO_REUSEADDR, StandardSocketOptions.TCP_NODELAY, StandardSocketOptions.SO_KEEPALIVE);

    private @Nullable AsynchronousChannelGroup group;
    private volatile @Nullable AsynchronousSocketChannel channel;

    @Override
    public boolean canUse(String channelConfig) {
        return channelConfig.startsWith(SCHEME);
    }

    @Override
    public void connect(String channelConfig) throws IOException {
        if (!canUse(channelConfig)) {
            throw new MalformedURLException("Unknown channel string " + channelConfig);
        }
        try {
            URI uri = new URI(channelConfig);
            AsynchronousChannelGroup threads =
                    AsynchronousChannelGroup.withFixedThreadPool(THREADS, DaemonThreadFactory.newDaemonThreadFactory());
            group = threads;
            AsynchronousSocketChannel socket = AsynchronousSocketChannel.open(threads);
            channel = socket;
            for (SocketOption<Boolean> option : OPTIONS) {
                if (socket.supportedOptions().contains(option)) {
                    socket.setOption(option, true);
                }
            }
            Void unused = socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()))
                    .get();
            ByteBuffer session = ByteBuffer.wrap(sessionId(uri).getBytes(StandardCharsets.US_ASCII));
            while (session.hasRemaining()) {
                int written = socket.write(session).get();
            }
        } catch (URISyntaxException | InterruptedException e) {
            throw new IOException(e.getLocalizedMessage(), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getLocalizedMessage(), e.getCause());
        }
    }

    /** Empty if the channel has none. */
    private static String sessionId(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        for (String part : query.split("&", -1)) {
            if (part.startsWith(SESSION)) {
                return part.substring(SESSION.length());
            }
        }
        return "";
    }

    @Override
    public MasterProcessChannelDecoder createDecoder(ForkNodeArguments arguments) {
        return new CommandChannelDecoder(newBufferedChannel(newInputStream(connected())), arguments);
    }

    @Override
    public MasterProcessChannelEncoder createEncoder(ForkNodeArguments arguments) {
        WritableBufferedByteChannel out = newBufferedChannel(newOutputStream(connected()));
        schedulePeriodicFlusher(FLUSH_PERIOD_MILLIS, out);
        return new PieceEncoder(out);
    }

    private AsynchronousSocketChannel connected() {
        return Objects.requireNonNull(channel, "not connected");
    }

    @Override
    public void close() throws IOException {
        super.close();
        AsynchronousSocketChannel open = channel;
        if (open != null) {
            open.close();
        }
        AsynchronousChannelGroup threads = group;
        if (threads != null) {
            threads.shutdownNow();
            try {
                boolean unused = threads.awaitTermination(MILLIS_TO_END, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether all of its threads have ended. */
    boolean isOver() {
        return group == null || group.isTerminated();
    }
}

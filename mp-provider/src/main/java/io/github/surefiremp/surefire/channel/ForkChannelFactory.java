package io.github.surefiremp.surefire.channel;

import java.io.IOException;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.booter.spi.LegacyMasterProcessChannelProcessorFactory;
import org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What Surefire's booter takes instead of its own factories, because it is there as a service: for TCP the same channel,
 * but one that leaves no thread behind.
 *
 * <p>A JVM that exits waits 300 ms for threads inside of a system call. With Surefire's own channel there is always one,
 * so that each worker took that much longer to end.
 */
public final class ForkChannelFactory implements MasterProcessChannelProcessorFactory {
    private @Nullable MasterProcessChannelProcessorFactory chosen;

    /** For Java's search for services. */
    public ForkChannelFactory() {}

    @Override
    public boolean canUse(String channelConfig) {
        return true;
    }

    @Override
    public void connect(String channelConfig) throws IOException {
        MasterProcessChannelProcessorFactory pipes = new LegacyMasterProcessChannelProcessorFactory();
        MasterProcessChannelProcessorFactory fitting = pipes.canUse(channelConfig) ? pipes : new TcpChannelFactory();
        chosen = fitting;
        fitting.connect(channelConfig);
    }

    @Override
    public MasterProcessChannelDecoder createDecoder(ForkNodeArguments arguments) throws IOException {
        return chosen().createDecoder(arguments);
    }

    @Override
    public MasterProcessChannelEncoder createEncoder(ForkNodeArguments arguments) throws IOException {
        return chosen().createEncoder(arguments);
    }

    @Override
    public void close() throws IOException {
        if (chosen != null) {
            chosen.close();
        }
    }

    private MasterProcessChannelProcessorFactory chosen() {
        MasterProcessChannelProcessorFactory known = chosen;
        if (known == null) {
            throw new IllegalStateException("not connected");
        }
        return known;
    }
}

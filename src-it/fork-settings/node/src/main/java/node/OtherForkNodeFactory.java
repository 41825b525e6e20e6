package node;

import java.io.IOException;
import org.apache.maven.plugin.surefire.extensions.LegacyForkNodeFactory;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.extensions.ForkChannel;
import org.apache.maven.surefire.extensions.ForkNodeFactory;

/** Stands for a way of its own to talk to a fork. */
public final class OtherForkNodeFactory implements ForkNodeFactory {
    @Override
    public ForkChannel createForkChannel(ForkNodeArguments arguments) throws IOException {
        return new LegacyForkNodeFactory().createForkChannel(arguments);
    }
}

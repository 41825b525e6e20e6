package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Preload;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.extensions.ForkChannel;
import org.apache.maven.surefire.extensions.ForkNodeFactory;

/**
 * Where Surefire in Maven's JVM and mp's controller meet: Surefire takes the controller for a fork that it talks to. mp's
 * extension creates it, by name, in the realm of Surefire's plugin.
 */
public final class ControllerNode implements ForkNodeFactory {
    /** Modules share the realm, and with it the classes. */
    private static final AtomicBoolean PRELOADED = new AtomicBoolean();

    private final Handoff handoff;
    private final EarlyHistory history;
    private final Consumer<Supplier<List<String>>> shows;

    /**
     * Types of the JDK only, because the extension has these classes from another loader.
     *
     * @param handoff what {@link Handoff#of} reads
     * @param shows gets, when the run begins, what tells at any time what it does: a text of how far it is, then one for
     *     each test that runs; nothing once it has ended
     */
    public ControllerNode(Properties handoff, Consumer<Supplier<List<String>>> shows) {
        this.handoff = Handoff.of(handoff);
        this.shows = shows;
        // Meanwhile Surefire looks at class paths, writes files and starts its fork.
        history = EarlyHistory.read(this.handoff.history());
        if (PRELOADED.compareAndSet(false, true)) {
            Preload.begin(Preload.Classes.CONTROLLER, ControllerNode.class.getClassLoader());
        }
    }

    @Override
    public ForkChannel createForkChannel(ForkNodeArguments arguments) {
        return new ControllerChannel(arguments, handoff, history, shows);
    }

    /** The same in each build: Surefire may print it, or count it among its parameters. */
    @Override
    public String toString() {
        return "mp";
    }
}

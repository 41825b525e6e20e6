package io.github.surefiremp.coordination.client;

import io.github.surefiremp.coordination.broker.Frames;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which brokers this JVM uses. mp tells it before the first test; where nobody does, they are inside this JVM.
 *
 * <p>Any thread may call. All is guarded by the class; a connection is made when it is first used, because most suites
 * never do.
 */
public final class Connections {
    private static final Map<Scope, Link> LINKS = new EnumMap<>(Scope.class);
    private static @Nullable Target target;

    private Connections() {}

    /** For whom something is shared. */
    public enum Scope {
        /** The workers of one module's execution. */
        EXECUTION,
        /** All workers of a Maven session. */
        SESSION
    }

    /**
     * Where the brokers are.
     *
     * @param ports by scope, loopback
     * @param secrets by scope
     * @param name of this JVM, for people
     * @param worker its number, 0 if it is no worker
     * @param workers how many there are at most
     * @param realm those who run tests of the same module and execution have the same
     * @param host the only scope for which this JVM keeps fixtures for others; null for a worker
     */
    public record Target(
            Map<Scope, Integer> ports,
            Map<Scope, String> secrets,
            String name,
            int worker,
            int workers,
            String realm,
            @Nullable Scope host) {}

    /**
     * Called by mp, by this name, in a JVM that it starts; each worker once.
     *
     * @param settings with {@code worker}, {@code workers}, {@code realm}, {@code execution.port}, {@code
     *     execution.secret}, {@code session.port}, {@code session.secret}
     */
    public static void connect(Map<String, String> settings) {
        int worker = Integer.parseInt(get(settings, "worker"));
        String host = settings.get("host");
        String pid = " (pid " + ProcessHandle.current().pid() + ")";
        Map<Scope, Integer> ports = new EnumMap<>(Scope.class);
        Map<Scope, String> secrets = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            String port = settings.get(prefix(scope) + "port");
            if (port != null) {
                ports.put(scope, Integer.parseInt(port));
                secrets.put(scope, get(settings, prefix(scope) + "secret"));
            }
        }
        use(new Target(
                ports,
                secrets,
                (host == null ? "worker " + worker : "the JVM for shared fixtures") + pid,
                worker,
                Integer.parseInt(get(settings, "workers")),
                get(settings, "realm"),
                host == null ? null : Scope.valueOf(host)));
    }

    private static String prefix(Scope scope) {
        return scope == Scope.EXECUTION ? "execution." : "session.";
    }

    private static String get(Map<String, String> settings, String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("mp did not say what " + key + " is");
        }
        return value;
    }

    private static synchronized void use(Target with) {
        target = with;
        LINKS.clear();
    }

    /** The target, null without mp. */
    public static synchronized @Nullable Target target() {
        return target;
    }

    /**
     * The link for a scope; it is always the same one.
     *
     * @param whenNew runs when it has just been made
     * @throws LinkException if the broker cannot be reached
     */
    public static synchronized Link link(Scope scope, WhenNew whenNew) {
        Link link = LINKS.get(scope);
        if (link == null) {
            link = make(scope);
            LINKS.put(scope, link);
            whenNew.run(link);
        }
        return link;
    }

    /** What is done with a new link. */
    public interface WhenNew {
        void run(Link link);
    }

    private static Link make(Scope scope) {
        Target with = target;
        if (with == null) {
            return new LocalLink();
        }
        Integer port = with.ports().get(scope);
        String secret = with.secrets().get(scope);
        if (port == null || secret == null) {
            throw new LinkException("a fixture that is shared by the Maven session cannot use what only the workers of"
                    + " one execution share; use Mp.session() in it");
        }
        Frames.Hello hello = new Frames.Hello(
                Frames.VERSION, secret, with.name(), with.worker(), with.realm(), scope == with.host());
        return new SocketLink(port, hello, () -> {
            if (scope == with.host()) {
                // Nobody is left to use what this JVM keeps; its shutdown hook tears it down.
                System.exit(0);
            }
        });
    }
}

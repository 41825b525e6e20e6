package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Frames;
import io.github.surefiremp.coordination.client.Connections.Scope;
import io.github.surefiremp.coordination.client.SocketLink;
import io.github.surefiremp.sharing.BrokerServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of a server, each with a connection of its own. For the broker they are JVMs. */
final class SocketWorkers extends Workers {
    private final BrokerServer server;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final Map<Coordination, SocketLink> links = new ConcurrentHashMap<>();

    SocketWorkers(Broker broker) throws IOException {
        super(broker);
        server = new BrokerServer("test-broker", broker, scope -> "no JVM for fixtures in this test");
    }

    @Override
    Coordination worker() {
        int number = lastNumber.incrementAndGet();
        return connect("worker " + number, number, "module", false);
    }

    /** A JVM that sets up fixtures for the workers. */
    Coordination host() {
        return connect("the host", 0, "module", true);
    }

    Coordination connect(String name, int number, String realm, boolean host) {
        SocketLink link = new SocketLink(
                server.port(), new Frames.Hello(Frames.VERSION, server.secret(), name, number, realm, host), () -> {});
        Coordination coordination = new Coordination(Scope.EXECUTION, whenNew -> link);
        link.keeper(coordination.fixtures());
        links.put(coordination, link);
        return coordination;
    }

    /** Ends the connection, which is what the broker sees of a worker's death. */
    void kill(Coordination worker) {
        links.get(worker).close();
    }

    int port() {
        return server.port();
    }

    String secret() {
        return server.secret();
    }

    @Override
    public void close() {
        links.values().forEach(SocketLink::close);
        server.close();
    }
}

package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.client.Connections.Scope;
import io.github.surefiremp.coordination.client.LocalLink;

/** Threads of one JVM, which all have the same link. */
final class LocalWorkers extends Workers {
    private final Coordination coordination;

    LocalWorkers(Broker broker) {
        super(broker);
        LocalLink link = new LocalLink(broker);
        coordination = new Coordination(Scope.EXECUTION, whenNew -> link);
        link.keeper(coordination.fixtures());
    }

    @Override
    Coordination worker() {
        return coordination;
    }
}

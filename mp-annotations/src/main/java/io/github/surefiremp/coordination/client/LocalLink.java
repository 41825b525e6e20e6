package io.github.surefiremp.coordination.client;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Client;
import io.github.surefiremp.coordination.broker.Limits;
import io.github.surefiremp.coordination.broker.Request;

/** A broker inside this JVM, where tests run without mp. Its threads are those that call. */
public final class LocalLink extends Link {
    private final Broker broker;
    private final Client client;

    public LocalLink() {
        this(new Broker(Limits.DEFAULT, System::nanoTime, () -> {}));
    }

    /** With a broker that somebody else sees too. */
    public LocalLink(Broker broker) {
        this.broker = broker;
        client = new Client("this JVM", 1, "", false, this::receive);
        broker.join(client);
    }

    @Override
    void send(Request request) {
        broker.handle(client, request);
    }
}

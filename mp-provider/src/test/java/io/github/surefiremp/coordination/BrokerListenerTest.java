package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Limits;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BrokerListenerTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final Broker broker = new Broker(Limits.DEFAULT, () -> 0, changes::incrementAndGet);

    @Test
    void whoAsksForTheEndAtEachChangeIsNotToldForEver() {
        broker.endFixtures();
        assertThat(changes).hasValue(1);

        broker.endFixtures();

        assertThat(changes).hasValue(1);

        broker.abandonSetUps();
        assertThat(changes).hasValue(2);

        broker.abandonSetUps();

        assertThat(changes).hasValue(2);
    }
}

package patterns;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/** Takes orders, tells of them on a bus, and logs them. */
public final class Orders {
    static final Logger LOG = Logger.getLogger("patterns.orders");

    private final EventBus bus;
    private final AtomicInteger count = new AtomicInteger();

    /** Orders that are told of on the bus. */
    public Orders(EventBus bus) {
        this.bus = bus;
    }

    /** Takes an order and returns its number, from 1 on. */
    public int take(String customer) {
        int number = count.incrementAndGet();
        LOG.info("order of " + customer);
        bus.publish(customer, number);
        return number;
    }
}

package patterns;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Tells all who listen. */
public class EventBus {
    private final List<BiConsumer<String, Object>> listeners = new CopyOnWriteArrayList<>();

    /** From now on the listener hears of each event. */
    public void listen(BiConsumer<String, Object> listener) {
        listeners.add(listener);
    }

    /** Tells of an event, on the caller's thread. */
    public void publish(String topic, Object event) {
        listeners.forEach(listener -> listener.accept(topic, event));
    }
}

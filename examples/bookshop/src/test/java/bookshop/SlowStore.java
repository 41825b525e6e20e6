package bookshop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A store in memory that takes as long as a database would. */
final class SlowStore implements Store {
    private final TreeMap<String, String> records = new TreeMap<>();
    private final Duration latency;

    SlowStore(Duration latency) {
        this.latency = latency;
    }

    /** One as on a shared test database. */
    static SlowStore likeADatabase() {
        return new SlowStore(Duration.ofMillis(45));
    }

    @Override
    public void put(String key, String value) {
        Pause.of(latency);
        records.put(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        Pause.of(latency);
        return Optional.ofNullable(records.get(key));
    }

    @Override
    public List<String> keys(String prefix) {
        Pause.of(latency);
        return records.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }
}

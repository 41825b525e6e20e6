package bookshop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A wholesaler that answers after a while and is busy as often as it is told to be. */
final class FakeWholesaler implements Transport {
    private final Map<String, Integer> copies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final Duration latency;
    private int busyTimes;

    FakeWholesaler(Duration latency) {
        this.latency = latency;
    }

    FakeWholesaler with(Isbn isbn, int count) {
        copies.put("/stock/" + isbn.digits(), count);
        return this;
    }

    FakeWholesaler busy(int times) {
        busyTimes = times;
        return this;
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public Response get(String path) {
        Pause.of(latency);
        requests.add(path);
        if (busyTimes > 0) {
            busyTimes--;
            return new Response(503, "");
        }
        Integer count = copies.get(path);
        return count == null ? new Response(404, "") : new Response(200, count + "\n");
    }
}

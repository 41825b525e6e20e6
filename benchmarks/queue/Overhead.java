import io.github.surefiremp.model.Unit;
import io.github.surefiremp.queue.Lease;
import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueKey;
import io.github.surefiremp.queue.QueuePlan;
import io.github.surefiremp.queue.QueueServer;
import io.github.surefiremp.queue.UnitResult;
import io.github.surefiremp.redis.RedisServers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the queue costs for each unit: taking it and giving its result, in microseconds. Arguments: the server's URL, how
 * many units. A server that runs on the same machine shows the queue's own cost; the way over a network comes twice to it.
 */
final class Overhead {
    private Overhead() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        QueueAddress address = QueueAddress.parse(args[0], "", "");
        QueueKey key = new QueueKey("overhead-" + System.nanoTime(), "g:a", "e");
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            units.add(new Unit("com.example.Some" + i + "Test", List.of("com.example.Some" + i + "Test")));
        }
        try (QueueServer server = new RedisServers().connect(address, key, "me", 15_000)) {
            long begin = System.nanoTime();
            server.fill(new QueuePlan("me", Map.of(), Map.of(), units));
            System.out.printf("fill %d units: %d ms%n", count, (System.nanoTime() - begin) / 1_000_000);
            server.join("");
            long[] take = new long[count];
            long[] finish = new long[count];
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                Lease lease = server.take(1).get(0);
                long taken = System.nanoTime();
                String result = new UnitResult(
                                "me",
                                1,
                                UnitResult.Outcome.RAN,
                                5,
                                List.of(new UnitResult.Test("com.example.SomeTest", "passes", "passed", 5, "")))
                        .format();
                if (!server.finish(lease, i, result)) {
                    throw new AssertionError("result " + i + " does not count");
                }
                finish[i] = System.nanoTime() - taken;
                take[i] = taken - start;
            }
            long[] both = new long[count];
            Arrays.setAll(both, i -> take[i] + finish[i]);
            print("take", take);
            print("finish", finish);
            print("both", both);
        }
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %d µs, 99th percentile %d µs%n",
                what, nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 99 / 100] / 1_000);
    }
}

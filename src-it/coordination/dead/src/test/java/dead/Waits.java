package dead;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Trail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import things.Journal;

/** Waits for everything at the same time, in another worker than the one that has it. */
abstract class Waits {
    @Test
    void getsAll() throws Exception {
        Journal.await("all taken", 1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Callable<String>> all = List.of(
                    () -> {
                        try (Lock held = Mp.lock("all").acquire(Duration.ofSeconds(60))) {
                            return "lock";
                        }
                    },
                    () -> {
                        boolean first;
                        try (Trail.Step step = Mp.trail("all").start()) {
                            first = step.first();
                        }
                        Journal.write("trail first: " + first);
                        // Both are on the trail, so one of them came first.
                        Journal.await("trail first: ", 3);
                        try (Trail.Step step = Mp.trail("all").finish()) {
                            return step.last() ? "trail as the last" : "trail";
                        }
                    },
                    () -> Mp.messageBoard().computeIfAbsent("all", String.class, () -> {
                        Journal.write("computes");
                        return "value";
                    }),
                    () -> Mp.shared(Half.class));
            List<Future<String>> got = all.stream()
                    .map(one -> threads.submit(() -> {
                        Journal.write("waits in " + ProcessHandle.current().pid());
                        String what = one.call();
                        Journal.write("got " + what);
                        return what;
                    }))
                    .toList();
            for (Future<String> one : got) {
                one.get();
            }
            Journal.write("kept by " + Mp.shared(Kept.class));
        } finally {
            threads.shutdownNow();
        }
    }
}

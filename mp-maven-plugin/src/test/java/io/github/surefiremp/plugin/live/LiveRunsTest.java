package io.github.surefiremp.plugin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LiveRunsTest {
    private static final long DEADLINE_SECONDS = 30;

    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();

    @Test
    void withoutATerminalTheLogGetsALineNowAndThenWhileSomethingRuns() throws Exception {
        AtomicReference<List<String>> shop = new AtomicReference<>(List.of("1 of 2 classes", "A.a 1 s"));
        try (LiveRuns live = new LiveRuns(null, logger(true), 20)) {
            live.of("shop").accept(shop::get);
            assertThat(next()).isEqualTo("mp: 1 of 2 classes | A.a 1 s");

            live.of("bank").accept(() -> List.of("looks for tests"));
            String line = next();
            while (!line.contains("bank")) {
                line = next();
            }
            assertThat(line).isEqualTo("mp: shop: 1 of 2 classes | bank: looks for tests | A.a 1 s");

            shop.set(List.of());
            while (!line.equals("mp: looks for tests")) {
                line = next();
            }
        }
    }

    @Test
    void anotherRunBeginsAfterAllHaveEnded() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (LiveRuns live = new LiveRuns(null, logger(true), 20)) {
            live.of("first").accept(() -> {
                asked.incrementAndGet();
                return List.of();
            });
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
            while (asked.get() == 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            live.of("second").accept(() -> List.of("runs"));
            assertThat(next()).isEqualTo("mp: runs");
        }
    }

    @Test
    void nothingIsAskedWhereNobodyListens() {
        AtomicInteger asked = new AtomicInteger();
        try (LiveRuns live = new LiveRuns(null, logger(false), 20)) {
            live.of("shop").accept(() -> {
                asked.incrementAndGet();
                return List.of("runs");
            });
        }
        assertThat(asked).hasValue(0);
        assertThat(logged).isEmpty();
    }

    private String next() throws InterruptedException {
        String line = logged.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("a line within %s s", DEADLINE_SECONDS).isNotNull();
        return line;
    }

    private Logger logger(boolean enabled) {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("info")) {
                        logged.add((String) arguments[0]);
                    }
                    return method.getReturnType() == boolean.class ? enabled : null;
                });
    }
}

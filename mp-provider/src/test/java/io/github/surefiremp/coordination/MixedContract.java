package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eight workers with a thousand operations each, with exceptions in every kind of body. */
@SuppressWarnings("try") // What is held is often not used otherwise.
abstract class MixedContract extends CoordinationContract {
    private static final int WORKERS = 8;
    private static final int OPERATIONS = 1_000;

    /** Kills the worker at once. */
    interface Killer {
        void kill(Workers workers, Coordination worker);
    }

    private final Killer killer;
    private final int deathsIn10000;

    // Plain ones are guarded by what is tested.
    private int ledger;
    private int insideLedger;
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, AtomicInteger> computed = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> removed = new ConcurrentHashMap<>();
    private volatile boolean isUp;
    private int users;
    private int firsts;
    private int lasts;
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger thrown = new AtomicInteger();

    MixedContract(Kind kind) {
        this(kind, 0, (workers, worker) -> {});
    }

    /** @param deathsIn10000 how many in so many bodies */
    MixedContract(Kind kind, int deathsIn10000, Killer killer) {
        super(kind);
        this.deathsIn10000 = deathsIn10000;
        this.killer = killer;
    }

    private static final class Planned extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The worker is dead and its thread goes on as another one. */
    private static final class Death extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    final void forgetScripts() {
        Scripted.reset();
    }

    @Test
    void allHoldsWhateverHappens() throws Exception {
        long seed = new Random().nextLong();
        System.out.println(getClass().getSimpleName() + ": seed " + seed);
        worker().messageBoard().put("count", 0);
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            long own = seed + i;
            all.add(actor("worker thread " + i).begins(worker -> new Life(worker, new Random(own)).run()));
        }

        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(50, TimeUnit.SECONDS);

        Coordination after = worker();
        assertThat(ledger).isEqualTo(entered.get()).isPositive();
        assertThat(after.messageBoard().get("count", int.class)).isEqualTo(counted.get());
        assertThat(tokens.get()).isEqualTo(after.messageBoard().get("token", String.class) == null ? 0 : 1);
        computed.forEach((key, times) -> assertThat(times.get())
                .as(key)
                .isLessThanOrEqualTo(
                        1 + removed.getOrDefault(key, new AtomicInteger()).get()));
        assertThat(users).isZero();
        assertThat(firsts).isPositive();
        assertThat(thrown.get()).isPositive();
        if (deathsIn10000 == 0) {
            assertThat(lasts).as("each round has one first and one last").isEqualTo(firsts);
            assertThat(Scripted.events()).containsExactly("set up One");
        } else {
            assertThat(deaths.get()).isPositive();
        }
        // Nothing is left that anybody holds.
        after.lock("ledger").acquire(LONG).close();
        for (int key = 0; key < 4; key++) {
            after.messageBoard().put("computed " + key, "free");
        }
        try (Trail.Step step = after.trail("server").start()) {
            assertThat(step.first()).isTrue();
        }
        broker().endFixtures();
        Actor.until("all fixtures are torn down", () -> !broker().hasFixtures());
        assertThat(broker().problems()).isEmpty();
    }

    /** What one worker's thread does; where it dies, it goes on as a new worker. */
    private final class Life {
        private final Random random;
        private Coordination worker;

        Life(Coordination worker, Random random) {
            this.worker = worker;
            this.random = random;
        }

        boolean run() throws Exception {
            for (int i = 0; i < OPERATIONS; i++) {
                try {
                    act();
                } catch (Planned e) {
                    thrown.incrementAndGet();
                } catch (Death e) {
                    deaths.incrementAndGet();
                    worker = workers().worker();
                }
            }
            return true;
        }

        private void act() throws Exception {
            switch (random.nextInt(6)) {
                case 0 -> enterTheLedger();
                case 1 -> count();
                case 2 -> passTheToken();
                case 3 -> compute();
                case 4 -> useTheServer();
                default -> useTheFixture();
            }
        }

        private void enterTheLedger() throws Exception {
            try (Lock held = worker.lock("ledger").acquire(LONG)) {
                assertThat(++insideLedger).isEqualTo(1);
                entered.incrementAndGet();
                ledger++;
                insideLedger--;
                mayThrow();
            }
        }

        private void count() {
            MessageBoard board = worker.messageBoard();
            while (true) {
                int old = board.get("count", int.class);
                if (board.replace("count", old, old + 1)) {
                    counted.incrementAndGet();
                    return;
                }
            }
        }

        private void passTheToken() {
            if (random.nextBoolean()) {
                if (worker.messageBoard().putIfAbsent("token", "x")) {
                    tokens.incrementAndGet();
                }
            } else if (worker.messageBoard().remove("token")) {
                tokens.decrementAndGet();
            }
        }

        private void compute() throws Exception {
            String key = "computed " + random.nextInt(4);
            if (random.nextInt(4) == 0) {
                // Counted before, so that whoever computes again finds it counted.
                removed.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
                if (!worker.messageBoard().remove(key)) {
                    removed.get(key).decrementAndGet();
                }
                return;
            }
            String value = worker.messageBoard().computeIfAbsent(key, String.class, () -> {
                mayThrow();
                computed.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
                return key;
            });
            assertThat(value).isEqualTo(key);
        }

        private void useTheServer() throws Exception {
            Trail trail = worker.trail("server");
            trail.start(() -> {
                assertThat(users).isZero();
                mayThrow();
                firsts++;
                isUp = true;
            });
            mayDie();
            try (Lock held = worker.lock("users").acquire(LONG)) {
                users++;
            }
            assertThat(isUp).isTrue();
            try (Lock held = worker.lock("users").acquire(LONG)) {
                users--;
            }
            for (boolean finished = false; !finished; ) {
                try {
                    trail.finish(() -> {
                        assertThat(users).isZero();
                        mayThrow();
                        lasts++;
                        isUp = false;
                    });
                    finished = true;
                } catch (Planned e) {
                    // Still in use; once more.
                    thrown.incrementAndGet();
                }
            }
        }

        private void useTheFixture() {
            Object handle = worker.shared(Scripted.One.class);
            assertThat(handle).isEqualTo("One");
        }

        private void mayThrow() throws Exception {
            if (random.nextInt(20) == 0) {
                throw new Planned();
            }
            mayDie();
        }

        private void mayDie() throws Death {
            if (random.nextInt(10_000) < deathsIn10000) {
                killer.kill(workers(), worker);
                throw new Death();
            }
        }
    }
}

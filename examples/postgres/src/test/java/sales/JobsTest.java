package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest extends DatabaseTest {
    private static final Consumer<String> FAILS = task -> {
        throw new IllegalStateException(task);
    };

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private Jobs jobs;

    @BeforeEach
    void create() {
        jobs = new Jobs(database);
    }

    @Test
    void areNotThereAtFirst() throws SQLException {
        assertFalse(jobs.doNext(seen::add));
    }

    @Test
    void areDoneInTheirOrder() throws SQLException {
        add("ship", "bill", "thank");
        while (jobs.doNext(seen::add)) {}
        assertEquals(List.of("ship", "bill", "thank"), List.copyOf(seen));
    }

    @Test
    void areDoneOnce() throws SQLException {
        add("ship");
        assertTrue(jobs.doNext(seen::add));
        assertFalse(jobs.doNext(seen::add));
        assertEquals(List.of(), jobs.open());
    }

    @Test
    void stayWhenTheyFail() throws SQLException {
        add("ship");
        assertTrue(jobs.doNext(FAILS));
        assertEquals(List.of("ship"), jobs.open());
        assertTrue(jobs.doNext(seen::add));
        assertEquals(List.of(), jobs.open());
    }

    @Test
    void areGivenUpAfterThreeAttempts() throws SQLException {
        add("ship");
        for (int i = 0; i < 3; i++) {
            assertTrue(jobs.doNext(FAILS));
        }
        assertFalse(jobs.doNext(FAILS));
        assertEquals(List.of("ship"), jobs.open());
    }

    @Test
    void areDoneByOneOfThoseWhoAsk() throws Exception {
        add("a", "b", "c", "d");
        // Nobody ends a job before each has one.
        CyclicBarrier together = new CyclicBarrier(4);
        Concurrently.run(
                4,
                () -> jobs.doNext(task -> {
                    seen.add(task);
                    await(together);
                }));
        assertEquals(List.of("a", "b", "c", "d"), List.copyOf(new TreeSet<>(seen)));
    }

    private void add(String... tasks) throws SQLException {
        for (String task : tasks) {
            jobs.add(task);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

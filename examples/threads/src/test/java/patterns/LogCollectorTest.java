package patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pattern 3: one logger for all, and for each test what it logged, also on threads that it started. */
@Parallelizable(Scope.ALL)
class LogCollectorTest {
    private static final LogCollector COLLECTOR = new LogCollector().on(Orders.LOG);

    private List<String> logged;

    @BeforeEach
    void begin() {
        logged = COLLECTOR.begin();
    }

    @AfterEach
    void end() {
        COLLECTOR.end();
    }

    @AfterAll
    static void remove() {
        Orders.LOG.removeHandler(COLLECTOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Barbara", "Edsger", "Grace", "Ken", "Niklaus"})
    void aTestSeesItsOwnLinesOnly(String customer) throws InterruptedException {
        Orders orders = new Orders(new EventBus());
        orders.take(customer);
        Thread thread = new Thread(() -> orders.take(customer + " on a thread"));
        thread.start();
        thread.join();

        assertEquals(List.of("order of " + customer, "order of " + customer + " on a thread"), logged);
    }
}

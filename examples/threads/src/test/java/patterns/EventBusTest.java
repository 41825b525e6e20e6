package patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pattern 2: one test double for all, a bus that writes down what it hears; each test looks at its own topic only. */
@Parallelizable(Scope.ALL)
class EventBusTest {
    private static final EventBus BUS = new EventBus();
    private static final Orders ORDERS = new Orders(BUS);
    private static final Map<String, List<Object>> HEARD = new ConcurrentHashMap<>();

    @BeforeAll
    static void listen() {
        BUS.listen((topic, event) -> HEARD.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>()).add(event));
    }

    @AfterAll
    static void eachNumberOnce() {
        List<Object> all = HEARD.values().stream().flatMap(List::stream).distinct().toList();
        assertEquals(12, all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Barbara", "Edsger", "Grace"})
    void aCustomerHearsOfItsOwnOrders(String customer) {
        List<Object> numbers =
                List.of(ORDERS.take(customer), ORDERS.take(customer), ORDERS.take(customer));

        assertEquals(numbers, HEARD.get(customer));
    }
}

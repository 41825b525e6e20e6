package splitshapes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderedTest {
    private static int count;

    @Test
    @Order(3)
    void one() {
        assertEquals(3, ++count);
    }

    @Test
    @Order(1)
    void two() {
        assertEquals(1, ++count);
    }

    @Test
    @Order(2)
    void three() {
        assertEquals(2, ++count);
    }
}

package spring;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(Cart.class)
class CartTest {
    @Autowired
    Started started;

    @Test
    void isThere() {
        assertNotNull(started);
    }
}

package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That an annotation of one's own stands for {@code @Shared}. */
class TheShopTest {
    @Test
    void isThere(@TheShop int port) throws IOException {
        assertEquals(204, CheckoutTest.ask(port));
    }
}

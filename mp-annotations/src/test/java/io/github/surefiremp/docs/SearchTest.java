package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.coordination.Mp;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final int port = Mp.shared(Shop.class);

    @Test
    void finds() throws IOException {
        assertEquals(204, CheckoutTest.ask(port));
    }
}

package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.coordination.Shared;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URL;
import org.junit.jupiter.api.Test;

class CheckoutTest {
    @Shared(Shop.class)
    private int port;

    @Test
    void isThere() throws IOException {
        assertEquals(204, ask(port));
    }

    @Test
    void isTheSameForAll(@Shared(Shop.class) int samePort) {
        assertEquals(port, samePort);
    }

    static int ask(int port) throws IOException {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return ((HttpURLConnection) new URL("http", host, port, "/").openConnection()).getResponseCode();
    }
}

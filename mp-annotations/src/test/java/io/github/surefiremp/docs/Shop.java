package io.github.surefiremp.docs;

import com.sun.net.httpserver.HttpServer;
import io.github.surefiremp.coordination.SharedFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

public final class Shop implements SharedFixture<Integer> {
    private HttpServer server;

    @Override
    public Integer setUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }

    @Override
    public void tearDown(Integer port) {
        server.stop(0);
    }
}

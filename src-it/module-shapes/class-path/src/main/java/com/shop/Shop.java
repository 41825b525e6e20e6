package com.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;

public final class Shop {
    public static List<String> greetings(String whom) {
        return ServiceLoader.load(Greeter.class).stream()
                .map(greeter -> greeter.get().greet(whom))
                .sorted()
                .toList();
    }

    public static String motto() throws IOException {
        try (InputStream in = Shop.class.getResourceAsStream("/com/shop/motto.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    static String secret() {
        return "only for this package";
    }
}

package com.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTest {
    @Test
    void isInItsModule() {
        assertEquals("null", String.valueOf(Shop.class.getModule().getName()));
        assertEquals("null", String.valueOf(getClass().getModule().getName()));
    }

    @Test
    void seesWhatIsPrivateToThePackage() {
        assertEquals("only for this package", Shop.secret());
    }

    @Test
    void findsServices() {
        assertEquals(List.of("Good morning, you"), Shop.greetings("you"));
    }

    @Test
    void findsResources() throws IOException {
        assertEquals("All must go", Shop.motto());
        assertNotNull(getClass().getResource("/com/shop/test.txt"));
        assertNotNull(getClass().getResource("/plain.txt"));
    }

    @Test
    void fails() {
        assertEquals("one", Shop.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void takesParameters(String word) {}

    @Nested
    class Inside {
        @Test
        void works() {}
    }
}

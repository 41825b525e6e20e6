package com.shop.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.shop.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {
    @Test
    void isInItsModule() {
        assertEquals("com.shop.test", getClass().getModule().getName());
    }

    @Test
    void isGreeted() {
        assertEquals("com.shop", Shop.class.getModule().getName());
        assertEquals(List.of("Good morning, you"), Shop.greetings("you"));
    }

    @Test
    void findsResources() {
        assertNotNull(getClass().getResource("/com/shop/test/test.txt"));
    }

    @Test
    void fails() {
        assertEquals("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void takesParameters(String word) {}
}

package com.shop.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {
    @Test
    void isInItsModule() {
        assertEquals("com.shop.test", getClass().getModule().getName());
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

package com.shop.test;

import org.junit.jupiter.api.Test;

class OtherTest {
    @Test
    void one() {}

    @Test
    void two() {
        throw new IllegalStateException("two");
    }
}

package com.shop.internal;

import org.junit.jupiter.api.Test;

class PolitelyTest {
    @Test
    void isInAPackageThatIsNotExported() {
        System.out.println(new Politely().greet("you"));
    }
}

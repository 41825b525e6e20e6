package com.shop.internal;

import com.shop.Greeter;

public final class Politely implements Greeter {
    @Override
    public String greet(String whom) {
        return "Good morning, " + whom;
    }
}

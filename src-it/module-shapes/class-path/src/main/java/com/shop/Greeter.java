package com.shop;

public interface Greeter {
    String greet(String whom);
}

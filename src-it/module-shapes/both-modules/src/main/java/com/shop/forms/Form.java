package com.shop.forms;

public final class Form {
    private String name = "empty";
}

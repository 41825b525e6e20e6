package com.shop.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void isOpen() throws ReflectiveOperationException {
        Field name = Form.class.getDeclaredField("name");
        name.setAccessible(true);
        assertEquals("empty", name.get(new Form()));
    }
}

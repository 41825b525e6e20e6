package badsettings;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class OnlyTest {
    @Test
    public void passes() {
        assertEquals(2, 1 + 1);
    }
}

package crashclasses;

import org.junit.Test;

public class ZTest {
    @Test
    public void passes() {}
}

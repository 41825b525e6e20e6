package crashclasses;

import org.testng.annotations.Test;

public class ZTest {
    @Test
    public void passes() {}
}

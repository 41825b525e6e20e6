package crashclasses;

import org.testng.annotations.Test;

public class ATest {
    @Test
    public void passes() {}
}

package crashclasses;

import org.junit.Test;

public class ATest {
    @Test
    public void passes() {}
}

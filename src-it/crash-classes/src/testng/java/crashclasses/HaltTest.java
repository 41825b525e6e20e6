package crashclasses;

import org.testng.annotations.Test;

public class HaltTest {
    @Test(priority = 1)
    public void a_passes() {}

    @Test(priority = 2)
    public void b_ends() {
        Runtime.getRuntime().halt(6);
    }

    @Test(priority = 3)
    public void c_follows() {}
}

package crashclasses;

import org.testng.annotations.Test;

public class ExitTest {
    @Test(priority = 1)
    public void a_passes() {}

    @Test(priority = 2)
    public void b_ends() {
        System.exit(5);
    }

    @Test(priority = 3)
    public void c_follows() {}
}

package crashclasses;

import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ExitTest {
    @Test
    public void a_passes() {}

    @Test
    public void b_ends() {
        System.exit(5);
    }

    @Test
    public void c_follows() {}
}

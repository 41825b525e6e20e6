package selection;

import org.junit.Test;

public class OldTest {
    @Test
    public void one() {}

    @Test
    public void two() {}

    @Test
    public void three() {}
}

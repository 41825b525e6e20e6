package groupsjunit4;

import org.junit.Test;

public class PlainOneTest extends Logged {
    @Test
    public void passes() {}
}

package groupsvintage;

import org.junit.Test;

public class PlainOneTest extends Logged {
    @Test
    public void passes() {}
}

package groupsvintage;

import org.junit.Test;

public class PlainTwoTest extends Logged {
    @Test
    public void passes() {}
}

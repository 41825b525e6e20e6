package groupstestng;

import org.testng.annotations.Test;

public class PlainOneTest extends Logged {
    @Test
    public void passes() {}
}

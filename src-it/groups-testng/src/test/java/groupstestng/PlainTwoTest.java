package groupstestng;

import org.testng.annotations.Test;

public class PlainTwoTest extends Logged {
    @Test
    public void passes() {}
}

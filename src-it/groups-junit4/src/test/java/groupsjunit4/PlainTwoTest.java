package groupsjunit4;

import org.junit.Test;

public class PlainTwoTest extends Logged {
    @Test
    public void passes() {}
}

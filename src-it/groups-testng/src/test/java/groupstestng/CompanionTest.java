package groupstestng;

import org.testng.annotations.Test;

public class CompanionTest extends Logged {
    @Test
    public void runsBeside() {
        Events.meet("companion", "server");
    }
}

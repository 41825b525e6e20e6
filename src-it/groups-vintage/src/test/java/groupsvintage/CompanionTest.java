package groupsvintage;

import org.junit.Test;

public class CompanionTest extends Logged {
    @Test
    public void runsBeside() {
        Events.meet("companion", "server");
    }
}

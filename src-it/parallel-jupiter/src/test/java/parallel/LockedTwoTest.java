package parallel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("db")
class LockedTwoTest extends Logged {
    @Test
    void writes() {}

    @Test
    void reads() {}
}

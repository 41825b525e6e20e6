package groupstestng;

import org.testng.annotations.Test;

public class DatabaseWriteTest extends DatabaseBase {
    @Test
    public void writes() {}

    @Test
    public void writesAgain() {}
}

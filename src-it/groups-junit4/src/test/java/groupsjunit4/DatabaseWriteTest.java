package groupsjunit4;

import org.junit.Test;

public class DatabaseWriteTest extends DatabaseBase {
    @Test
    public void writes() {}

    @Test
    public void writesAgain() {}
}

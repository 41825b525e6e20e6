package groupstestng;

import org.testng.annotations.Test;

public class DatabaseReadTest extends DatabaseBase {
    @Test
    public void reads() {}

    @Test
    public void readsAgain() {}
}

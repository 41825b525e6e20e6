package groupsvintage;

import org.junit.Test;

public class DatabaseReadTest extends DatabaseBase {
    @Test
    public void reads() {}

    @Test
    public void readsAgain() {}
}

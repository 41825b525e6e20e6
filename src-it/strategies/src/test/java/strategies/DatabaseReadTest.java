package strategies;

import org.junit.jupiter.api.Test;

@Database
class DatabaseReadTest extends Logged {
    @Test
    void reads() {}

    @Test
    void readsAgain() {}
}

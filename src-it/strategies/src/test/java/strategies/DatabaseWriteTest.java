package strategies;

import org.junit.jupiter.api.Test;

@Database
class DatabaseWriteTest extends Logged {
    @Test
    void writes() {}
}

package tags;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("db")
class DatabaseTest {
    @Tag("fast")
    @Test
    void one() {}

    @Tag("slow")
    @Test
    void two() {}

    @Test
    void on_its_own() {}
}

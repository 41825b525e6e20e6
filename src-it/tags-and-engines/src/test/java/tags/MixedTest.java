package tags;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MixedTest {
    @Tag("fast")
    @Test
    void one() {}

    @Tag("fast")
    @Tag("db")
    @Test
    void one_more() {}

    @Tag("slow")
    @Test
    void two() {}

    @Tag("slow")
    @Tag("db")
    @Test
    void three() {}

    @Test
    void four() {}
}

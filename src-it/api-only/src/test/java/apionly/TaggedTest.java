package apionly;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TaggedTest {
    @Test
    @Tag("fast")
    void isFast() {}

    @Test
    @Tag("fast")
    @Tag("slow")
    void isBoth() {}

    @Test
    void isNeither() {}
}

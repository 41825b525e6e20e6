package classorder;

import org.junit.jupiter.api.Test;

class GrapeTest {
    @Test
    void isNoMember() {}
}

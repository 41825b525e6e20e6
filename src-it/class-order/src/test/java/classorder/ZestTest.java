package classorder;

import org.junit.jupiter.api.Test;

class ZestTest {
    @Test
    void isNoMember() {}
}

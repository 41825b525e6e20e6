package classorder;

import org.junit.jupiter.api.Test;

class BananaTest {
    @Test
    void isNoMember() {}
}

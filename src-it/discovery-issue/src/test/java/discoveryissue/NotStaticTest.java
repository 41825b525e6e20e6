package discoveryissue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotStaticTest {
    @BeforeAll
    void setsUp() {}

    @Test
    void mustNotPass() {}
}

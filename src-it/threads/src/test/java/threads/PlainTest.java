package threads;

import org.junit.jupiter.api.Test;

class PlainTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}

    @Test
    void c() {}
}

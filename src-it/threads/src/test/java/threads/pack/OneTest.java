package threads.pack;

import org.junit.jupiter.api.Test;
import threads.Logged;

class OneTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}
}

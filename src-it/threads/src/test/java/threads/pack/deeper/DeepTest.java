package threads.pack.deeper;

import org.junit.jupiter.api.Test;
import threads.Logged;

class DeepTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}
}

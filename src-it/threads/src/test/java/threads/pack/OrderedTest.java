package threads.pack;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import threads.Logged;

@TestMethodOrder(MethodOrderer.MethodName.class)
class OrderedTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}
}

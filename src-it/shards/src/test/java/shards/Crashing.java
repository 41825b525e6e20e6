package shards;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs only where it is asked for. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class Crashing {
    @Test
    void a() {}

    @Test
    void b_halts() {
        Runtime.getRuntime().halt(7);
    }

    @Test
    void c() {}
}

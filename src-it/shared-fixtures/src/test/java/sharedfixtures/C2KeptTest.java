package sharedfixtures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.coordination.Mp;
import org.junit.jupiter.api.Test;

class C2KeptTest {
    @Test
    void uses() {
        assertEquals("on a base", Mp.shared(Kept.class));
        Journal.write("kept used");
    }
}

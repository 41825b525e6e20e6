package sharedfixtures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.coordination.Shared;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class A2FieldsTest {
    @Shared(Server.class)
    static int ofTheClass;

    @Shared(Server.class)
    Integer ofTheInstance;

    @BeforeAll
    static void before(@Shared(Server.class) int port) {
        assertEquals(ofTheClass, port);
    }

    @Test
    void uses() throws IOException {
        assertEquals(ofTheClass, ofTheInstance);
        Server.isUsedBy("fields", ofTheInstance);
    }

    @Nested
    class Inside {
        @Shared(Server.class)
        private int own;

        @Test
        void uses() throws IOException {
            Server.isUsedBy("a nested class", own);
        }
    }
}

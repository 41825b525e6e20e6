package sharedfixtures;

import io.github.surefiremp.coordination.Shared;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class A3ComposedTest {
    @Retention(RetentionPolicy.RUNTIME)
    @Shared(Server.class)
    @interface TheServer {}

    private final int port;

    A3ComposedTest(@TheServer int port) {
        this.port = port;
    }

    @Test
    void uses() throws IOException {
        Server.isUsedBy("a constructor", port);
    }
}

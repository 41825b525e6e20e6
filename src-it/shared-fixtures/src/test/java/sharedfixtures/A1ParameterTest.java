package sharedfixtures;

import io.github.surefiremp.coordination.Shared;
import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;

class A1ParameterTest {
    @RepeatedTest(5)
    void uses(@Shared(Server.class) int port) throws IOException {
        Server.isUsedBy("a parameter", port);
    }
}

package sharedfixtures;

import io.github.surefiremp.coordination.SharedFixture;
import java.io.IOException;

final class Broken implements SharedFixture<String> {
    @Override
    public String setUp() throws IOException {
        Journal.write("broken tried");
        throw new IOException("no disk");
    }

    @Override
    public void tearDown(String handle) {
        Journal.write("broken down");
    }
}

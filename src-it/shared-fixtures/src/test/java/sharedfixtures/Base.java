package sharedfixtures;

import io.github.surefiremp.coordination.SharedFixture;

final class Base implements SharedFixture<String> {
    @Override
    public String setUp() {
        Journal.write("base up");
        return "a base";
    }

    @Override
    public void tearDown(String handle) {
        Journal.write("base down");
    }
}

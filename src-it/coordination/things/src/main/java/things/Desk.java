package things;

import io.github.surefiremp.coordination.SharedFixture;

final class Desk implements SharedFixture<String> {
    @Override
    public String setUp() {
        Journal.write("desk up");
        return "the desk of " + ProcessHandle.current().pid();
    }

    @Override
    public void tearDown(String handle) {
        Journal.write("desk down, " + handle);
    }
}

package sharedfixtures;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.SharedFixture;

/** Needs another one. */
final class Kept implements SharedFixture<String> {
    @Override
    public String setUp() {
        String base = Mp.shared(Base.class);
        Journal.write("kept up");
        return "on " + base;
    }

    @Override
    public void tearDown(String handle) {
        Journal.write("kept down");
    }
}

package dead;

import io.github.surefiremp.coordination.SharedFixture;
import things.Journal;

/** Is set up when its keeper dies. */
final class Kept implements SharedFixture<Long> {
    @Override
    public Long setUp() {
        Journal.write("kept up");
        return ProcessHandle.current().pid();
    }

    @Override
    public void tearDown(Long handle) {
        Journal.write(
                "kept down in its JVM: " + (handle == ProcessHandle.current().pid()));
    }
}

package io.github.surefiremp.coordination;

import org.junit.jupiter.api.Nested;

/** Inside one JVM, as without mp. */
class LocalCoordinationTest {
    @Nested
    class Locks extends LockContract {
        Locks() {
            super(LocalWorkers::new);
        }
    }

    @Nested
    class Boards extends BoardContract {
        Boards() {
            super(LocalWorkers::new);
        }
    }

    @Nested
    class Trails extends TrailContract {
        Trails() {
            super(LocalWorkers::new);
        }
    }

    @Nested
    class Fixtures extends FixtureContract {
        Fixtures() {
            super(LocalWorkers::new);
        }
    }

    @Nested
    class Deadlocks extends DeadlockContract {
        Deadlocks() {
            super(LocalWorkers::new);
        }
    }

    @Nested
    class Mixed extends MixedContract {
        Mixed() {
            super(LocalWorkers::new);
        }
    }
}

package io.github.surefiremp.coordination;

import org.junit.jupiter.api.Nested;

/** Over a socket, as between workers. */
class SocketCoordinationTest {
    @Nested
    class Locks extends LockContract {
        Locks() {
            super(SocketWorkers::new);
        }
    }

    @Nested
    class Boards extends BoardContract {
        Boards() {
            super(SocketWorkers::new);
        }
    }

    @Nested
    class Trails extends TrailContract {
        Trails() {
            super(SocketWorkers::new);
        }
    }

    @Nested
    class Fixtures extends FixtureContract {
        Fixtures() {
            super(SocketWorkers::new);
        }
    }

    @Nested
    class Deadlocks extends DeadlockContract {
        Deadlocks() {
            super(SocketWorkers::new);
        }
    }

    @Nested
    class Mixed extends MixedContract {
        Mixed() {
            super(SocketWorkers::new);
        }
    }

    @Nested
    class MixedWithDeaths extends MixedContract {
        MixedWithDeaths() {
            super(SocketWorkers::new, 100, (workers, worker) -> ((SocketWorkers) workers).kill(worker));
        }
    }
}

package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Broker;
import io.github.surefiremp.coordination.broker.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What holds however workers reach their broker. */
@Timeout(60)
abstract class CoordinationContract {
    /** Longer than any test takes. */
    static final Duration LONG = Duration.ofMinutes(2);

    static final Limits SMALL = new Limits(2_000, 5_000);

    private final Limits limits;
    private final Kind kind;
    private final List<Actor> actors = new ArrayList<>();
    private Workers workers;

    /** Makes workers. */
    interface Kind {
        Workers with(Broker broker) throws Exception;
    }

    CoordinationContract(Kind kind) {
        this(kind, Limits.DEFAULT);
    }

    CoordinationContract(Kind kind, Limits limits) {
        this.kind = kind;
        this.limits = limits;
    }

    @BeforeEach
    final void makeWorkers() throws Exception {
        workers = kind.with(new Broker(limits, System::nanoTime, () -> {}));
    }

    @AfterEach
    final void endWorkers() {
        actors.forEach(Actor::close);
        workers.close();
    }

    final Broker broker() {
        return workers.broker();
    }

    final Workers workers() {
        return workers;
    }

    /** A further worker, for the thread of the test. */
    final Coordination worker() throws Exception {
        return workers.worker();
    }

    /** A thread of a further worker. */
    final Actor actor(String name) throws Exception {
        return actor(name, workers.worker());
    }

    final Actor actor(String name, Coordination worker) {
        Actor actor = new Actor(name, worker);
        actors.add(actor);
        return actor;
    }

    /** Threads of as many workers. */
    final List<Actor> actors(int count) throws Exception {
        List<Actor> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(actor("actor " + i));
        }
        return all;
    }
}

package things;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.Mp;
import java.time.Duration;

/** The static calls, from a test of any engine; three tests meet if there are three workers. */
public final class Visit {
    private Visit() {}

    public static void pay() {
        Journal.write("worker " + Mp.workerNumber() + " of " + Mp.workers() + ", " + Mp.isActive());
        if (Mp.isActive()) {
            Journal.await("worker ", 3);
        }
        String handle = Mp.shared(Desk.class);
        String name = Mp.messageBoard().computeIfAbsent("name", String.class, () -> {
            Journal.write("name computed");
            Journal.work(50);
            return "name " + ProcessHandle.current().pid();
        });
        try (Lock held = Mp.lock("till").acquire(Duration.ofSeconds(30))) {
            Journal.write("till taken");
            Journal.work(50);
            Journal.write("till given back");
        }
        Journal.write("saw " + handle + " and " + name);
    }
}

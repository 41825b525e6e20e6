package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.WorkerEvent;
import java.io.IOException;
import java.util.function.BiConsumer;

/** Starts workers. */
public interface WorkerLauncher {
    /**
     * Starts a process and returns at once.
     *
     * @param number the worker's number
     * @param first it is the first of the run, which discovers before it asks where discovery is not given out in orders
     * @param events gets all that the worker tells, in order, the last one being {@link WorkerEvent.Ended}; called on
     *     the worker's own threads and may block
     */
    Worker launch(int number, boolean first, BiConsumer<Worker, WorkerEvent> events) throws IOException;
}

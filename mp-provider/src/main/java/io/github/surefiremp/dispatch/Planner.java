package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.WorkQueue;
import java.util.List;

/** From what was discovered to the queue of units. */
@FunctionalInterface
public interface Planner {
    /**
     * Called once, on the run's thread.
     *
     * @throws PlanException if the tests contradict each other, so that none may run
     */
    WorkQueue plan(List<TestClass> classes) throws PlanException;

    /** The tests cannot run as they are; the message is for the user. */
    final class PlanException extends Exception {
        private static final long serialVersionUID = 1;

        public PlanException(String message) {
            super(message);
        }
    }
}

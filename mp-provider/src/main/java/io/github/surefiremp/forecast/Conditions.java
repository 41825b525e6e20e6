package io.github.surefiremp.forecast;

/**
 * What a run has to do with.
 *
 * @param workers how many work, at least 1
 * @param cores of the machine
 * @param early how many of the workers are there when the units are known
 * @param readyMillis when the units are known, from the start of the run
 * @param startMillis how long one more worker takes until it asks for work
 * @param endMillis how long the run goes on after its last unit
 */
public record Conditions(
        int workers, double cores, int early, double readyMillis, double startMillis, double endMillis) {
    public Conditions {
        if (workers < 1) {
            throw new IllegalArgumentException("a run needs a worker");
        }
    }

    /** The same with so many workers. */
    Conditions with(int others) {
        return new Conditions(others, cores, Math.min(early, others), readyMillis, startMillis, endMillis);
    }
}

package io.github.surefiremp.forecast;

/**
 * What a run has to do with.
 *
 * @param workers how many work, at least 1
 * @param cores of the machine
 * @param early how many of the workers are there when the units are known
 * @param readyMillis when the units are known, from the start of the run
 * @param jvm what one more worker costs
 * @param endMillis how long the run goes on after its last unit
 */
public record Conditions(int workers, double cores, int early, double readyMillis, Jvm jvm, double endMillis) {
    /**
     * What a worker costs.
     *
     * @param startMillis how long it takes until it asks for work
     * @param startCpuMillis what that takes of the cores, which others would use meanwhile
     * @param warmUpMillis how much longer its first unit takes, which keeps a core busy meanwhile
     * @param warm how many of the workers need no warming up, because what it takes is in what is known of their units
     */
    public record Jvm(double startMillis, double startCpuMillis, double warmUpMillis, int warm) {
        /** A start that takes none of the cores, and no warming up. */
        public static Jvm thatOnlyStarts(double millis) {
            return new Jvm(millis, 0, 0, 0);
        }
    }

    public Conditions {
        if (workers < 1) {
            throw new IllegalArgumentException("a run needs a worker");
        }
    }

    /** The same with so many workers. */
    Conditions with(int others) {
        return new Conditions(others, cores, Math.min(early, others), readyMillis, jvm, endMillis);
    }

    /** The same with all workers there when the units are known, sooner by a start. */
    Conditions withoutStarts() {
        return new Conditions(workers, cores, workers, Math.max(0, readyMillis - jvm.startMillis()), jvm, endMillis);
    }
}

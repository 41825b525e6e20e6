package io.github.surefiremp.schedule;

/**
 * How many workers shorten a run: facts in, a number out.
 *
 * <p>The model. Work is spread evenly over the workers that are there and over those that are started, from the moment
 * at which each is ready. It cannot end before its longest part, and not before the cores have done what it needs of
 * them, together with what starting workers costs. One more worker is worth it if the run then ends earlier by a tenth
 * of a second, and by a good part of what it would if starting were free and cores without end: workers that share
 * cores which are busy anyway only cost memory.
 */
public final class Staffing {
    /** What is earlier by less is not seen by anybody, and estimates are not that good. */
    static final double LEAST_GAIN_MILLIS = 100;
    /** Of what one more worker would gain at best. */
    static final double LEAST_PART_OF_GAIN = 0.4;

    private Staffing() {}

    /**
     * What is known.
     *
     * @param np workers at most, at least 1
     * @param cores of the machine
     * @param workers those that work or could at once
     * @param starting those that were asked for and do not work yet
     * @param atOnce how many units can run at the same time, those that run included
     * @param workMillis what is left in all, as one worker alone would need for it
     * @param longestMillis what is left and cannot be spread, such as the longest unit
     * @param cpuShare how many cores a worker keeps busy on average; 0 if its tests only wait
     * @param startMillis how long it takes until a new worker is as useful as the others
     * @param startCpuMillis what that costs in CPU time
     */
    public record Facts(
            int np,
            double cores,
            int workers,
            int starting,
            int atOnce,
            double workMillis,
            double longestMillis,
            double cpuShare,
            double startMillis,
            double startCpuMillis) {}

    /** Why there should not be more. */
    public enum Limit {
        /** The user allows no more. */
        NP,
        /** No more units can run at the same time. */
        UNITS,
        /** What cannot be spread takes longer than all the rest. */
        LONGEST,
        /** The cores are busy. */
        CORES,
        /** Starting one takes longer than it would save. */
        START
    }

    /**
     * What to do.
     *
     * @param workers how many there should be in all, at least 1; never fewer than there are
     * @param limit why not more
     */
    public record Decision(int workers, Limit limit) {}

    /** How many workers there should be, those that are there and on their way included. */
    public static Decision decide(Facts facts) {
        int workers = Math.max(1, facts.workers() + facts.starting());
        while (workers < Math.min(facts.np(), facts.atOnce())) {
            double now = end(facts, workers);
            double gain = now - end(facts, workers + 1);
            double atBest = now / (workers + 1);
            if (gain < Math.max(LEAST_GAIN_MILLIS, LEAST_PART_OF_GAIN * atBest)) {
                return new Decision(workers, limit(facts, workers));
            }
            workers++;
        }
        return new Decision(workers, facts.np() <= facts.atOnce() ? Limit.NP : Limit.UNITS);
    }

    private static Limit limit(Facts facts, int workers) {
        if (facts.longestMillis() >= Math.max(LEAST_GAIN_MILLIS, end(facts, workers + 1))) {
            return Limit.LONGEST;
        }
        double work = facts.workMillis() * facts.cpuShare() / facts.cores();
        // With workers that cost nothing to start it would be the same.
        boolean coresAreBusy = facts.cpuShare() * (workers + 1) > facts.cores() && work > facts.startMillis();
        return coresAreBusy ? Limit.CORES : Limit.START;
    }

    /** When the run would end, in milliseconds from now. */
    static double end(Facts facts, int workers) {
        int more = workers - facts.workers();
        double cores = (facts.workMillis() * facts.cpuShare() + more * facts.startCpuMillis()) / facts.cores();
        return Math.max(facts.longestMillis(), Math.max(cores, spread(facts, more)));
    }

    /** When the work is done if all share it, each new one from when it is ready. */
    private static double spread(Facts facts, int more) {
        double work = facts.workMillis();
        int sharing = facts.workers();
        for (int i = 1; i <= more; i++) {
            double ready = ready(facts, i);
            if (sharing > 0 && work / sharing <= ready) {
                break;
            }
            // As if it had worked from the start, with that much more to do.
            work += ready;
            sharing++;
        }
        return work / sharing;
    }

    /** Several that start at the same time share the cores, with those that work too. */
    private static double ready(Facts facts, int started) {
        double busy = facts.workers() * facts.cpuShare() * facts.startMillis();
        return Math.max(facts.startMillis(), (busy + started * facts.startCpuMillis()) / facts.cores());
    }
}

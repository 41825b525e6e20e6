package io.github.surefiremp.provider;

import io.github.surefiremp.forecast.Conditions;
import io.github.surefiremp.remember.StartCost;

/** What one more worker costs: what was measured, and where it never was what is usual. */
final class JvmCosts {
    /** What a start costs until the worker asks for work, where it was never measured. */
    private static final StartCost USUAL_START = new StartCost(350, 600);
    /** What is more is what else the machine was busy with. */
    private static final long MOST_START = 1_000;
    /** What a new JVM costs after that, before it is as fast as one that has run tests. */
    private static final int WARM_UP_MILLIS = 250;

    private static final int WARM_UP_CPU_MILLIS = 400;
    /**
     * How many cores a set-up keeps busy: a JVM that loads classes compiles them meanwhile. How many it would keep busy
     * cannot be seen where several do that at the same time.
     */
    static final double SET_UP_SHARE = 1.8;

    private JvmCosts() {}

    /**
     * What one more worker costs, for a forecast.
     *
     * @param warm how many workers need no warming up, because it is in what is known of their units
     */
    static Conditions.Jvm jvm(StartCost start, int warm) {
        return new Conditions.Jvm(
                limited(start.millis(), USUAL_START.millis()),
                limited(start.cpuMillis(), USUAL_START.cpuMillis()),
                warmUpOfUnit(start),
                warm);
    }

    /** What the first unit waits for; a JVM compiles more beside it, when another core has the time. */
    private static double warmUpOfUnit(StartCost start) {
        return start.warmUpMillis() < 0 ? WARM_UP_MILLIS : Math.min(start.warmUpMillis(), warmUpCpuMillis(start));
    }

    private static double warmUpCpuMillis(StartCost start) {
        return start.warmUpCpuMillis() < 0 ? WARM_UP_CPU_MILLIS : start.warmUpCpuMillis();
    }

    /**
     * How much longer the first unit of a worker takes than later ones. Where several warm up at the same time each takes
     * longer than it would alone, but no more CPU time.
     */
    static double warmUpMillis(StartCost start) {
        if (start.warmUpMillis() < 0) {
            return WARM_UP_MILLIS;
        }
        return start.warmUpCpuMillis() < 0
                ? start.warmUpMillis()
                : Math.min(start.warmUpMillis(), start.warmUpCpuMillis() / SET_UP_SHARE);
    }

    private static double limited(long known, long usual) {
        return Math.min(MOST_START, known < 0 ? usual : known);
    }

    /** Until one more worker is as useful as one that has run tests, in milliseconds. */
    static double startMillis(StartCost start) {
        return limited(start.millis(), USUAL_START.millis()) + warmUpMillis(start);
    }

    /** What that costs in CPU time, in milliseconds. */
    static double startCpuMillis(StartCost start) {
        return limited(start.cpuMillis(), USUAL_START.cpuMillis()) + warmUpCpuMillis(start);
    }
}

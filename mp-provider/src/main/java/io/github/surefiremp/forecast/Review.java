package io.github.surefiremp.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run was like, in a few lines for the user.
 *
 * @param np workers at most
 * @param workers how many ran units
 * @param tests that ended; repetitions are not counted
 * @param tookMillis from the start of the run to its end
 * @param readyMillis until the first unit began
 * @param busyMillis all workers' units, one after another
 * @param bound the least that these units could take
 * @param advice what would have helped most
 */
public record Review(
        int np,
        int workers,
        int tests,
        double tookMillis,
        double readyMillis,
        double busyMillis,
        Bound bound,
        Optional<Advice> advice) {
    /** Whoever waits less needs no advice. */
    private static final double WORTH_MILLIS = 2_000;

    private static final double PERCENT = 100;

    /** The lines; none where nothing ran. */
    public List<String> lines() {
        if (tests == 0 || workers == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        double spread = Math.max(1, tookMillis - readyMillis);
        lines.add("mp: " + count(tests, "test") + " on " + count(workers, "worker") + " in " + Seconds.text(tookMillis)
                + ": "
                + Seconds.text(busyMillis) + " of work, workers busy "
                + Math.round(Math.min(1, busyMillis / workers / spread) * PERCENT) + " % of the time");
        if (tookMillis < WORTH_MILLIS) {
            return lines;
        }
        double above = Math.max(0, tookMillis - bound.millis());
        lines.add("mp: with np=" + np + " it cannot take less than " + Seconds.text(bound.millis()) + ", because of "
                + bound.words()
                + "; the run took " + Seconds.text(above) + " more"
                + (readyMillis > above / 2 ? ", most of it until the first test began" : ""));
        advice.ifPresent(best -> lines.add("mp: what would help most: " + best.what() + " (about "
                + Seconds.text(best.fromMillis()) + " → " + Seconds.text(best.toMillis()) + ")"));
        return lines;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

package io.github.surefiremp.plugin.bisect;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the few of many classes that make another one fail, with few runs: the logarithm of their number, and one, for
 * each that it finds.
 *
 * <p>Story: some first classes of the list fail together with those that are found already. By halving, the shortest such
 * beginning is found; its last class is needed, because without it they pass. It is kept, and what stands before it is
 * searched for more until those that were found are enough alone. So what comes out was seen to fail, and each of it was
 * seen to be needed where it was found.
 */
final class Search {
    /** Runs the victim after some classes. */
    interface Runs {
        /**
         * Whether the victim fails.
         *
         * @param before what runs first, in the order of all candidates
         */
        boolean fails(List<String> before) throws BisectException;
    }

    /**
     * What came out.
     *
     * @param classes that make the victim fail together, in their order
     * @param complete false where the number of runs did not suffice, and so not all of the classes may be needed
     */
    record Result(List<String> classes, boolean complete) {
        Result {
            classes = List.copyOf(classes);
        }
    }

    private final Runs runs;
    private int left;

    /**
     * @param most how many runs there may be
     */
    Search(Runs runs, int most) {
        this.runs = runs;
        this.left = most;
    }

    /**
     * Searches.
     *
     * @param candidates with all of them the victim was seen to fail, and alone to pass
     */
    Result find(List<String> candidates) throws BisectException {
        // What was found stands behind all of the beginning, in the order of the candidates.
        List<String> found = new ArrayList<>();
        List<String> beginning = candidates;
        boolean enough = false;
        while (!enough) {
            // With so many of the beginning it passes, and with so many it fails.
            int passes = 0;
            int fails = beginning.size();
            while (fails - passes > 1 && left > 0) {
                int half = (passes + fails) / 2;
                if (fails(beginning.subList(0, half), found)) {
                    fails = half;
                } else {
                    passes = half;
                }
            }
            boolean known = fails - passes == 1;
            int rest = known ? fails - 1 : fails;
            if (known) {
                found.add(0, beginning.get(fails - 1));
            }
            beginning = beginning.subList(0, rest);
            if (beginning.isEmpty()) {
                return new Result(found, true);
            }
            if (left == 0) {
                return new Result(with(beginning, found), false);
            }
            enough = fails(List.of(), found);
        }
        return new Result(found, true);
    }

    private boolean fails(List<String> beginning, List<String> found) throws BisectException {
        left--;
        return runs.fails(with(beginning, found));
    }

    private static List<String> with(List<String> beginning, List<String> found) {
        List<String> all = new ArrayList<>(beginning);
        all.addAll(found);
        return all;
    }
}

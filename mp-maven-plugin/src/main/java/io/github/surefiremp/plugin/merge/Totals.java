package io.github.surefiremp.plugin.merge;

import java.util.List;

/**
 * What the reports say in all.
 *
 * @param tests how many there are
 * @param skipped how many of them were skipped
 * @param failed the names of those that failed
 * @param flakes the names of those that passed when they were repeated
 */
record Totals(int tests, int skipped, List<String> failed, List<String> flakes) {
    @Override
    public String toString() {
        return "tests: " + tests + ", failed: " + failed.size() + ", skipped: " + skipped + ", flakes: "
                + flakes.size();
    }
}

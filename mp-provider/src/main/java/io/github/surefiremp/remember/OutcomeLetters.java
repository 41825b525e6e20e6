package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;

/**
 * The outcomes of a test's last runs as letters, the latest last: {@code P} passed, {@code F} failed, {@code E} error,
 * {@code R} failed and passed when it was repeated in the same run, {@code S} skipped, {@code A} aborted. A letter that
 * is none of these counts as unknown.
 */
public final class OutcomeLetters {
    private static final char PASSED = 'P';
    private static final char REPEATED = 'R';

    private OutcomeLetters() {}

    /** The letters with one more; the oldest go. */
    static String append(String letters, Measurement seen) {
        String all = letters + letter(seen);
        return all.substring(Math.max(0, all.length() - History.MOST_OUTCOMES));
    }

    private static char letter(Measurement seen) {
        if (seen.remark() == Remark.PASSED_AGAIN) {
            return REPEATED;
        }
        return switch (seen.outcome()) {
            case "passed" -> PASSED;
            case "failed" -> 'F';
            case "error" -> 'E';
            case "skipped" -> 'S';
            case "aborted" -> 'A';
            default -> '?';
        };
    }

    /** How often it changed between passing and failing, skipped runs aside; a run with both counts as two changes. */
    public static int flips(String letters) {
        int flips = 0;
        char before = 0;
        for (char letter : letters.toCharArray()) {
            if (letter == REPEATED) {
                flips += 2;
                before = PASSED;
            } else if (letter == PASSED || isFailure(letter)) {
                flips += before != 0 && (before == PASSED) != (letter == PASSED) ? 1 : 0;
                before = letter;
            }
        }
        return flips;
    }

    /**
     * Whether a test seems to pass or fail by chance. One that broke once and was repaired once has changed twice and is
     * not: it takes three changes, or a repetition in the same run with another result.
     */
    public static boolean isFlaky(String letters) {
        return letters.indexOf(REPEATED) >= 0 || flips(letters) > 2;
    }

    /** In how many runs it failed, also where it passed when it was repeated. */
    static long failed(String letters) {
        return letters.chars()
                .filter(letter -> isFailure((char) letter) || letter == REPEATED)
                .count();
    }

    /** In how many runs it passed or failed. */
    static long ended(String letters) {
        return failed(letters)
                + letters.chars().filter(letter -> letter == PASSED).count();
    }

    private static boolean isFailure(char letter) {
        return letter == 'F' || letter == 'E';
    }
}

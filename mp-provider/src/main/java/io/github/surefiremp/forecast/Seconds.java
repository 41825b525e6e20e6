package io.github.surefiremp.forecast;

import java.util.Locale;

/** Durations as the user reads them. */
public final class Seconds {
    private static final double WHOLE_FROM_MILLIS = 9_950;
    private static final double MILLIS = 1_000;

    private Seconds() {}

    /** Such as {@code 1.5 s}, and {@code 12 s} from ten seconds on. */
    public static String text(double millis) {
        return String.format(Locale.ROOT, millis < WHOLE_FROM_MILLIS ? "%.1f s" : "%.0f s", millis / MILLIS);
    }
}

package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;

/**
 * How long a class takes, by what it finds in its JVM; each is negative where it was never seen.
 *
 * @param warmMillis after others, with all set-ups there
 * @param setUpMillis after others, when a set-up was missing
 * @param coldMillis as the first of its JVM
 */
public record Occasions(long warmMillis, long setUpMillis, long coldMillis) {
    /** Nothing is known. */
    public static final Occasions UNKNOWN =
            new Occasions(Measurement.UNKNOWN, Measurement.UNKNOWN, Measurement.UNKNOWN);

    /** What was seen once. */
    static Occasions of(Occasion occasion, long millis) {
        return new Occasions(
                occasion == Occasion.WARM ? millis : Measurement.UNKNOWN,
                occasion == Occasion.SET_UP ? millis : Measurement.UNKNOWN,
                occasion == Occasion.COLD ? millis : Measurement.UNKNOWN);
    }
}

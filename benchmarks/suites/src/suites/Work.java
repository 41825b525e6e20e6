package suites;

import java.util.Arrays;

/** What the generated tests do. */
final class Work {
    private static final int CALIBRATIONS = 9;
    private static final long TRIAL = 100_000_000;

    private Work() {}

    static String sleeping(long millis) {
        return "Thread.sleep(" + millis + ");";
    }

    static String computing(long micros) {
        return "Work.compute(" + micros + ");";
    }

    /** The class that computing tests call. */
    static String source(String packageName, long roundsPerMilli) {
        return """
                package %s;

                final class Work {
                    /** How many rounds took a millisecond when this project was made. */
                    private static final long ROUNDS_PER_MILLI = %d;

                    private Work() {}

                    static void compute(long micros) {
                        long rounds = micros * ROUNDS_PER_MILLI / 1000;
                        if (shift(rounds) == 0) {
                            throw new AssertionError("xorshift never comes to 0");
                        }
                    }

                    private static long shift(long rounds) {
                        long x = rounds | 1;
                        for (long i = 0; i < rounds; i++) {
                            x ^= x << 13;
                            x ^= x >>> 7;
                            x ^= x << 17;
                        }
                        return x;
                    }
                }
                """.formatted(packageName, roundsPerMilli);
    }

    /** How many rounds a core of this machine does in a millisecond, once they are compiled. */
    static long calibrate() {
        long[] nanos = new long[CALIBRATIONS];
        for (int i = 0; i < CALIBRATIONS; i++) {
            long start = System.nanoTime();
            if (shift(TRIAL) == 0) {
                throw new AssertionError("xorshift never comes to 0");
            }
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        // The fastest one: whatever else the machine does only makes it slower.
        return TRIAL * 1_000_000 / nanos[0];
    }

    private static long shift(long rounds) {
        long x = rounds | 1;
        for (long i = 0; i < rounds; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}

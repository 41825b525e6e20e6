package soak;

import java.util.Random;

/** What a test does, by the seed of the run and its name: whoever knows both knows what the report must say. */
enum Fate {
    PASSES(697),
    SLOW(60),
    FAILS(60),
    THROWS(50),
    ABORTS(40),
    /** Writes many lines. */
    FLOODS(30),
    /** Writes one very long line. */
    LONG_LINE(15),
    /** Writes bytes that are no text past System.out. */
    GARBAGE(20),
    EXITS(5),
    HALTS(5),
    KILLED(5),
    SEGFAULT(5),
    OUT_OF_MEMORY(5),
    HANGS(3);

    static final int EXIT_CODE = 23;
    static final int HALT_CODE = 7;
    static final int LONG_LINE_LENGTH = 2_000_000;

    private final int perMille;

    Fate(int perMille) {
        this.perMille = perMille;
    }

    /** Whether its worker does not survive it. */
    boolean isFatal() {
        return ordinal() >= EXITS.ordinal();
    }

    /**
     * Of a test.
     *
     * @param test as the report names it
     */
    static Fate of(long seed, String className, String test) {
        int left = random(seed, className, test).nextInt(1000);
        for (Fate fate : values()) {
            left -= fate.perMille;
            if (left < 0) {
                return fate;
            }
        }
        return PASSES;
    }

    /** How many lines such a test writes. */
    static int lines(long seed, String className, String test) {
        return 1_000 + random(seed + 1, className, test).nextInt(20_000);
    }

    static long millis(long seed, String className, String test) {
        return 20 + random(seed + 2, className, test).nextInt(200);
    }

    private static Random random(long seed, String className, String test) {
        long mixed = seed * 1_000_003L + className.hashCode() * 31L + test.hashCode();
        Random random = new Random(mixed * 0x9E3779B97F4A7C15L);
        random.nextInt();
        return random;
    }
}

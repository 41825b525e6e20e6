package io.github.surefiremp.plugin.verify;

/**
 * A difference and whose it is.
 *
 * @param explanation the run of stock Surefire that differs from stock Surefire in the same place
 */
record Explained(Difference difference, Explanation explanation) {
    /** Whose a difference is. */
    enum Explanation {
        NOT_LOOKED_FOR,
        UNSTABLE,
        FORKS,
        FRESH,
        REVERSED,
        ONLY_MP;

        static Explanation of(RunKind kind) {
            return switch (kind) {
                case AGAIN -> UNSTABLE;
                case FORKS -> FORKS;
                case FRESH -> FRESH;
                case REVERSED -> REVERSED;
                case STOCK, MP -> throw new IllegalArgumentException(kind + " explains nothing");
            };
        }

        /** For people. */
        String inWords(int forks) {
            return switch (this) {
                case NOT_LOOKED_FOR -> "not looked into (mp.verify.explain=false)";
                case UNSTABLE -> "stock Surefire differs from itself here: an unstable test";
                case FORKS ->
                    "also with " + RunKind.FORKS.description(forks) + ": the suite depends on one JVM or on an order";
                case FRESH ->
                    "also with " + RunKind.FRESH.description(forks) + ": the class depends on others in its JVM";
                case REVERSED -> "also with " + RunKind.REVERSED.description(forks) + ": the suite depends on an order";
                case ONLY_MP -> "only with mp: please report it";
            };
        }
    }
}

package io.github.surefiremp.plugin.verify;

/** The runs that mp:verify makes, in this order; all but the first two only where something is to be explained. */
enum RunKind {
    STOCK("stock", "stock Surefire"),
    MP("mp", "mp"),
    AGAIN("stock-again", "stock Surefire once more"),
    FORKS("stock-forks", "stock Surefire with forkCount=%s"),
    FRESH("stock-fresh", "stock Surefire with forkCount=%s and reuseForks=false"),
    REVERSED("stock-reversed", "stock Surefire with runOrder=reversealphabetical");

    static final String REVERSE = "reversealphabetical";

    private final String label;
    private final String description;

    RunKind(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** For file names. */
    String label() {
        return label;
    }

    /** For people. */
    String description(int forks) {
        return String.format(description, forks);
    }

    /** Whether this run is stock Surefire in a way that the project did not ask for. */
    boolean isChanged() {
        return this == FORKS || this == FRESH || this == REVERSED;
    }
}

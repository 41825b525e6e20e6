package io.github.surefiremp.plugin.report;

import java.util.Locale;

/** How a test ended; the page knows them by their place. */
enum Outcome {
    PASSED,
    FAILED,
    ERROR,
    SKIPPED,
    ABORTED,
    /** It was running when its worker was lost, or when the run was cut off. */
    LOST;

    /** What is not known is an error: it must not look like a pass. */
    static Outcome of(String text) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(text)) {
                return outcome;
            }
        }
        return ERROR;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isBad() {
        return this == FAILED || this == ERROR || this == LOST;
    }
}

package io.github.surefiremp.plugin.verify;

/**
 * One thing that two runs do not agree on.
 *
 * @param reports the folder, or empty where it is not about a report
 * @param file the report, or empty
 * @param className empty where it is about a report as a whole
 * @param test empty where it is about a report as a whole
 * @param stock what stock Surefire said
 * @param mp what the other one said
 * @param text the stack trace of a problem that only one of them had, for hints
 */
record Difference(
        Aspect aspect,
        String module,
        String reports,
        String file,
        String className,
        String test,
        String stock,
        String mp,
        String text) {
    static final String NOT_THERE = "not there";

    /** What kind of thing differs. */
    enum Aspect {
        /** A test or a report is there in one run only, or not as often. */
        PRESENCE,
        /** A test ended in another way. */
        OUTCOME,
        /** A test failed in the same way with another exception or message. */
        DETAIL,
        /** The numbers of a suite. */
        COUNTS,
        /** A file that people read, or one that cannot be read. */
        FILE,
        /** Failsafe's summary. */
        SUMMARY,
        /** The build of a module, or of all. */
        BUILD
    }

    /** Whether it is about a single test. */
    boolean isOfTest() {
        return !className.isEmpty();
    }

    /** Whether both are about the same test, report or build. */
    boolean isAboutTheSameAs(Difference other) {
        return isInTheSameFileAs(other) && className.equals(other.className) && test.equals(other.test);
    }

    boolean isInTheSameFileAs(Difference other) {
        return module.equals(other.module) && reports.equals(other.reports) && file.equals(other.file);
    }
}

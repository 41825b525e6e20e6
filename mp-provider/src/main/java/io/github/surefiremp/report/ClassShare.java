package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;

/** Takes what a worker tells of its share of a class, where the class is handed on only when all shares have ended. */
interface ClassShare {
    void add(ReportEvent event);

    /** What follows repeats tests that failed until now. */
    void rerunsStart(long nanos);

    /** The worker was lost: its open tests have an error or, if there is none, the class has. */
    void lose(Loss loss);

    /** The worker has told all of the share that it will ever tell; closes what is open. */
    void end(long nanos);

    /** Counts the share as ended, once. */
    void ended();
}

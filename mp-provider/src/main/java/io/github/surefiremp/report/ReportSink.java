package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;

/** Where reports go: Surefire's reporters in Maven's JVM. They expect one class at a time. */
public interface ReportSink {
    /**
     * Hands an event on.
     *
     * @param worker the worker that it came from; what belongs together comes from one worker in one go
     */
    void emit(int worker, ReportEvent event);

    /**
     * Hands on the end of a test set that did not run in one go.
     *
     * @param event the set's SET_COMPLETED
     * @param elapsedMillis how long it took, whatever the event and its time say
     */
    void emitSetEnd(int worker, ReportEvent event, long elapsedMillis);

    /**
     * Ends with an error each test that had begun in what was emitted and, if there is none, the class itself; the
     * test set stays open.
     */
    void failOpenTests(int worker, Loss loss);

    /**
     * The worker is gone: ends with an error each test that it had begun in what was emitted and, if there is none,
     * the class itself; then closes the class.
     *
     * @param loss names the class that is blamed where no test set had begun
     */
    void emitLoss(int worker, Loss loss);

    /**
     * The worker is gone; ends with an error what it left open although it had no unit, as when it died while it
     * repeated failed tests.
     */
    void endWorker(int worker, String reason);

    /** The run has ended; nothing follows. */
    void finish();
}

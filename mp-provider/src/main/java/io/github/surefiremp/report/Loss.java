package io.github.surefiremp.report;

/**
 * Tests that have no result.
 *
 * @param className the class that is blamed where no test had begun
 * @param reason for the report, several lines perhaps
 * @param nanos when it was noticed, on the clock of the events
 */
public record Loss(String className, String reason, long nanos) {}

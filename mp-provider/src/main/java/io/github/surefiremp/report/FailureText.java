package io.github.surefiremp.report;

/**
 * Why a test has not passed.
 *
 * @param message what to tell first, or the reason of a skipped test; may be empty
 * @param trace the stack trace as Surefire would report it; may be empty
 */
public record FailureText(String message, String trace) {}

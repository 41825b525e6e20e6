package io.github.surefiremp.model;

import org.jspecify.annotations.Nullable;

/**
 * A piece of what a test wrote to System.out or System.err.
 *
 * @param text the characters, without a line end
 * @param stdout false for System.err
 * @param newLine a line end follows the text
 * @param runMode name of Surefire's run mode, null if it sent none
 * @param testRunId Surefire's id of the test that wrote it, null if it sent none
 * @param stack the writer's stack as newer Surefire versions send it, else null
 */
public record Output(
        String text,
        boolean stdout,
        boolean newLine,
        @Nullable String runMode,
        @Nullable Long testRunId,
        @Nullable String stack) {}

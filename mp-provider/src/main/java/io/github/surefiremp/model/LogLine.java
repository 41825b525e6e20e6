package io.github.surefiremp.model;

/**
 * A line for the console: what a worker logs, or what it wrote to a native stream, past System.out.
 *
 * @param text without a line end
 */
public record LogLine(Level level, String text) {
    /** As Maven has them; an error is no line but a problem of the run. */
    public enum Level {
        DEBUG,
        INFO,
        WARNING
    }
}

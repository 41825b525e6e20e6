package io.github.surefiremp.plugin.bisect;

/** Nothing can be found; the message says why, and what was tried. */
final class BisectException extends Exception {
    private static final long serialVersionUID = 1;

    BisectException(String message) {
        super(message);
    }
}

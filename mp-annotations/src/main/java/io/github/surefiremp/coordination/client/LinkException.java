package io.github.surefiremp.coordination.client;

/** The broker cannot be reached, or not any more. */
public final class LinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkException(String message, Throwable cause) {
        super(message, cause);
    }

    LinkException(String message) {
        super(message);
    }
}

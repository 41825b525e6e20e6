package io.github.surefiremp.coordination;

/** What was asked for is an error, or cannot be done; the message says what to do. */
public class CoordinationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CoordinationException(String message) {
        super(message);
    }

    CoordinationException(String message, Throwable cause) {
        super(message, cause);
    }
}

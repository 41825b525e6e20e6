package io.github.surefiremp.coordination;

/** A lock was not free in time. The message names its holder and all that wait for it. */
public final class LockTimeoutException extends CoordinationException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(String message) {
        super(message);
    }
}

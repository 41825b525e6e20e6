package io.github.surefiremp.remember;

import java.io.Serial;

/** A history file that cannot be used; the message completes the sentence "the file was set aside, because". */
public final class HistoryFormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    HistoryFormatException(String message) {
        super(message);
    }
}

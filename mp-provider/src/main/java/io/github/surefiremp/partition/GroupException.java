package io.github.surefiremp.partition;

import java.util.Collection;

/** Groups contradict each other, or a class; the message tells all errors, one a line. */
public final class GroupException extends Exception {
    private static final long serialVersionUID = 1;

    GroupException(Collection<String> errors) {
        super(String.join("\n", errors));
    }
}

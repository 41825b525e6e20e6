package io.github.surefiremp.plugin;

import java.io.Serial;

/** A setting that cannot be used; the message names it, its value and what is allowed. */
final class SettingException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    SettingException(String message) {
        super(message);
    }
}

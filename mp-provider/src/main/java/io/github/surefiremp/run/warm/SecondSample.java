package io.github.surefiremp.run.warm;

import org.junit.jupiter.api.Test;

/** Another class, so that nothing is compiled for a single one. */
class SecondSample extends Common {
    private final StringBuilder text = new StringBuilder();

    @Test
    void builds() {
        for (int i = 0; i < 10; i++) {
            text.append(i);
        }
    }
}

package io.github.surefiremp.dispatch;

import java.io.IOException;

/** Where the permission comes from to run units next to other modules, or alone; its answers arrive as messages. */
public interface SessionPermits {
    /**
     * Asks to come in, while outside.
     *
     * @param alone nobody else in the Maven session may run a unit meanwhile
     */
    void enter(boolean alone) throws IOException;

    /** Goes out, or withdraws what it asked for; even then the answer arrives. */
    void leave() throws IOException;
}

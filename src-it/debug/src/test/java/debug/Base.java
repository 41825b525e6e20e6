package debug;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Passes with a debugger alone, which stops in the one method and sets the field. */
abstract class Base {
    private static boolean wasStopped;

    @Test
    void isDebugged() {
        stopHere();
        assertTrue(wasStopped);
        wasStopped = false;
    }

    private static void stopHere() {}
}

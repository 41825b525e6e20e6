package standby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a test can see of its JVM. */
class JvmTest {
    @Test
    void threadsHaveTheNumbersOfANewJvm() throws Exception {
        System.out.println(new Thread(() -> {}).getName());
        ExecutorService pool = Executors.newSingleThreadExecutor();
        System.out.println(pool.submit(() -> Thread.currentThread().getName()).get());
        pool.shutdown();
    }

    @Test
    void systemPropertiesAreThoseOfTheBuild() {
        assertEquals("yes", System.getProperty("set.by.surefire"));
        assertNotNull(System.getProperty("variant"));
        assertNotNull(System.getProperty("more"));
    }

    @Test
    void loggingIsAsTheBuildConfiguresIt() {
        assertFalse(Logger.getLogger("standby").isLoggable(Level.INFO));
        assertTrue(Logger.getLogger("standby").isLoggable(Level.SEVERE));
    }

    @Test
    void assertionsAreEnabled() {
        assertTrue(JvmTest.class.desiredAssertionStatus());
    }

    @Test
    void nativeOutputGoesToTheLog() throws Exception {
        new ProcessBuilder("echo", "native output").inheritIO().start().waitFor();
        System.err.println("to the report");
    }

    @Test
    void isLast() {
        System.out.println("end");
    }
}

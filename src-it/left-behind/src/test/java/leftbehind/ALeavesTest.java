package leftbehind;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Leaves all that can be left. */
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class ALeavesTest {
    @Test
    @SuppressWarnings("removal")
    void a_settings() {
        Locale.setDefault(Locale.JAPAN);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        System.setProperty("left.new", "left");
        System.setProperty("given", "changed");
        System.clearProperty("java.vendor");
        if (Runtime.version().feature() < 18) {
            System.setSecurityManager(new SecurityManager() {
                @Override
                public void checkPermission(java.security.Permission permission) {}
            });
        }
    }

    @Test
    void b_streams() throws IOException {
        System.out.println("before it is closed");
        System.out.close();
        System.err.close();
        System.in.close();
        System.setOut(new PrintStream(new ByteArrayOutputStream()));
        System.setErr(new PrintStream(new ByteArrayOutputStream()));
        System.setIn(new ByteArrayInputStream(new byte[] {1}));
        System.out.println("nobody sees this");
    }

    @Test
    void c_threads() {
        new Thread(() -> {
                    while (true) {
                        try {
                            Thread.sleep(Long.MAX_VALUE);
                        } catch (InterruptedException e) {
                            // It never ends.
                        }
                    }
                })
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    // It never ends either.
                }
            }
        }));
        Thread thread = Thread.currentThread();
        thread.setName("left");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(new URLClassLoader(new URL[0]));
        thread.interrupt();
        assertTrue(thread.isInterrupted());
    }
}

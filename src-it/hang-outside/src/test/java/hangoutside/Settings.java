package hangoutside;

import java.util.concurrent.CountDownLatch;

/** What a listener may read when a session opens. */
final class Settings {
    static final String VALUE = read();

    private Settings() {}

    private static String read() {
        Settings.waitWhile("discovery");
        return "read";
    }

    /** Without an end. */
    static void waitWhile(String hangs) {
        if (hangs.equals(System.getProperty("hangs"))) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

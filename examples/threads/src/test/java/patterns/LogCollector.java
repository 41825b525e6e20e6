package patterns;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what is logged, for each test its own: a test's list is inherited by the threads that it starts. */
final class LogCollector extends Handler {
    private final InheritableThreadLocal<List<String>> lines = new InheritableThreadLocal<>();

    /** Begins to collect for the calling test. */
    List<String> begin() {
        List<String> own = new CopyOnWriteArrayList<>();
        lines.set(own);
        return own;
    }

    /** Ends it; on the thread that began. */
    void end() {
        lines.remove();
    }

    /** Hears a logger. */
    LogCollector on(Logger logger) {
        logger.addHandler(this);
        return this;
    }

    @Override
    public void publish(LogRecord logged) {
        List<String> own = lines.get();
        if (own != null) {
            own.add(logged.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

package io.github.surefiremp.run;

import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that what a test logs is written by the thread that logs it, where several tests run at the same time.
 *
 * <p>Two frameworks put a line into a buffer, let go of their lock, and then write what is in the buffer: whoever comes
 * first writes the lines of others too, which are then taken for its own. Logback writes a line under one lock.
 */
final class LoggingFrameworks {
    /** Log4j's own setting for how lines get to the console: false writes each at once. */
    private static final String LOG4J_DIRECT = "log4j2.enableDirectEncoders";

    private LoggingFrameworks() {}

    /** To be called before any class of the tests is loaded. What the user has set stays. */
    static void prepare() {
        if (System.getProperty(LOG4J_DIRECT) == null && System.getProperty("log4j2.enable.direct.encoders") == null) {
            System.setProperty(LOG4J_DIRECT, "false");
        }
    }

    /** To be called before tests run at the same time; finds what was set up since it was called last. */
    static void writeWholeLines() {
        try {
            LogManager all = LogManager.getLogManager();
            for (String name : Collections.list(all.getLoggerNames())) {
                Logger logger = all.getLogger(name);
                if (logger == null) {
                    continue;
                }
                for (Handler handler : logger.getHandlers()) {
                    if (handler.getClass() == ConsoleHandler.class) {
                        // In this order a line that somebody logs meanwhile is not lost.
                        logger.addHandler(new WholeLines(handler));
                        logger.removeHandler(handler);
                    }
                }
            }
        } catch (RuntimeException e) {
            // Another implementation of the log manager, or none that may be changed: it stays as it is.
        }
    }

    /** Stands in for a console handler: one line at a time gets through it to the end. */
    private static final class WholeLines extends ConsoleHandler {
        /** Null while the constructor above calls what is overridden here. */
        private final @Nullable Handler original;

        WholeLines(Handler original) {
            this.original = original;
        }

        @Override
        public synchronized void publish(LogRecord line) {
            if (original != null) {
                original.publish(line);
            }
        }

        @Override
        public synchronized void flush() {
            if (original != null) {
                original.flush();
            }
        }

        @Override
        public synchronized void close() {
            if (original != null) {
                original.close();
            }
        }

        @Override
        public boolean isLoggable(@Nullable LogRecord line) {
            return original != null && original.isLoggable(line);
        }

        @Override
        public Level getLevel() {
            return original == null ? super.getLevel() : original.getLevel();
        }

        @Override
        public synchronized void setLevel(Level level) {
            if (original != null) {
                original.setLevel(level);
            }
        }

        @Override
        public Formatter getFormatter() {
            return original == null ? super.getFormatter() : original.getFormatter();
        }

        @Override
        public synchronized void setFormatter(Formatter formatter) {
            if (original != null) {
                original.setFormatter(formatter);
            }
        }

        @Override
        public Filter getFilter() {
            return original == null ? super.getFilter() : original.getFilter();
        }

        @Override
        public synchronized void setFilter(@Nullable Filter filter) {
            if (original != null) {
                original.setFilter(filter);
            }
        }

        @Override
        public String getEncoding() {
            return original == null ? super.getEncoding() : original.getEncoding();
        }

        @Override
        public synchronized void setEncoding(@Nullable String encoding) throws UnsupportedEncodingException {
            if (original != null) {
                original.setEncoding(encoding);
            }
        }

        @Override
        public ErrorManager getErrorManager() {
            return original == null ? super.getErrorManager() : original.getErrorManager();
        }

        @Override
        public synchronized void setErrorManager(ErrorManager errors) {
            if (original != null) {
                original.setErrorManager(errors);
            }
        }
    }
}

package io.github.surefiremp.run;

import java.util.Iterator;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;

/**
 * The controller as a worker sees it: it is asked for work over Surefire's protocol and told things in log lines.
 *
 * <p>For one thread, but {@link #tell}, which any may call.
 */
final class Controller {
    private final ConsoleLogger log;
    private final Iterator<Class<?>> commands;
    private final CommandText text;

    /**
     * @param commands Surefire's iterator over the classes to run; it loads each with the context class loader
     * @param tests the loader of the test classes
     */
    Controller(ConsoleLogger log, Iterator<Class<?>> commands, ClassLoader tests) {
        this.log = log;
        this.commands = commands;
        this.text = new CommandText(tests);
    }

    /** Asks for work and waits for the answer; empty when there is no more. */
    Optional<String> ask() {
        if (!commands.hasNext()) {
            return Optional.empty();
        }
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(text);
        try {
            commands.next();
        } finally {
            current.setContextClassLoader(before);
        }
        return Optional.of(text.take());
    }

    /** Asks until there is no more, and does nothing of what this JVM was told ahead; others do it. */
    void declineAll() {
        while (commands.hasNext()) {
            try {
                commands.next();
            } catch (RuntimeException e) {
                // It is no class, or this JVM is in no state to load it.
            }
        }
    }

    void tell(String line) {
        log.info(line);
    }

    /** Only for those who run Maven with {@code -X}. */
    void tellForDebugging(String line) {
        log.debug(line);
    }

    /**
     * Surefire's stream of commands yields classes, not names, and the names that mp sends are none of classes. So its
     * iterator is given a loader that keeps the name.
     */
    private static final class CommandText extends ClassLoader {
        private String last = "";

        CommandText(ClassLoader parent) {
            super("mp-commands", parent);
        }

        @Override
        public Class<?> loadClass(String name) {
            last = name;
            return Controller.class;
        }

        String take() {
            String taken = last;
            last = "";
            if (taken.isEmpty()) {
                throw new IllegalStateException("this version of Surefire does not load test classes with the context"
                        + " class loader; use one that mp was tested with: 3.2.5, 3.5.6 or 3.6.1");
            }
            return taken;
        }
    }
}

package io.github.surefiremp.plugin.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What mp:verify asks of the extension in a Maven that it has started. All properties but {@link #STAFFING} are between
 * the two: nobody else sets them.
 */
public final class Switches {
    /** {@code all}: with as many workers as there is work for, which shows more of what goes wrong with them. */
    public static final String STAFFING = "mp.staffing";

    static final String INTERNAL = "mp.verify.internal.";
    /** Every module counts as one that declares mp. */
    static final String EVERYWHERE = INTERNAL + "everywhere";
    /** A file: what mp did with each execution of Surefire or Failsafe. */
    static final String NOTES = INTERNAL + "notes";
    /** With mp switched off: stock Surefire's forkCount, also where the POM has one. */
    static final String FORK_COUNT = INTERNAL + "forkCount";
    /** Likewise, a JVM for each class. */
    static final String FRESH_FORKS = INTERNAL + "freshForks";
    /** Likewise, the order of the classes. */
    static final String RUN_ORDER = INTERNAL + "runOrder";

    private final Properties properties;

    private Switches(Properties properties) {
        this.properties = properties;
    }

    /** The switches among the properties of a session's command line. */
    public static Switches of(Properties commandLine) {
        return new Switches(commandLine);
    }

    /** Whether modules that do not declare mp are treated as if they did. */
    public boolean everywhere() {
        return Boolean.parseBoolean(properties.getProperty(EVERYWHERE));
    }

    /** How many forks stock Surefire has to use. */
    public Optional<String> forkCount() {
        return Optional.ofNullable(properties.getProperty(FORK_COUNT));
    }

    /** Whether stock Surefire has to start a JVM for each class. */
    public boolean freshForks() {
        return Boolean.parseBoolean(properties.getProperty(FRESH_FORKS));
    }

    /** The order in which stock Surefire has to run the classes. */
    public Optional<String> runOrder() {
        return Optional.ofNullable(properties.getProperty(RUN_ORDER));
    }

    /** Tells mp:verify, if it is there, what happens to an execution. */
    public void note(Note note) throws IOException {
        String file = properties.getProperty(NOTES);
        if (file != null) {
            // One small write: modules under -T do not mix.
            Files.writeString(Path.of(file), note.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}

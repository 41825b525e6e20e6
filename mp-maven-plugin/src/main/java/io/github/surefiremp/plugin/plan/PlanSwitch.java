package io.github.surefiremp.plugin.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What mp:plan asks of the extension in the Maven that it starts; nobody else sets it. */
public final class PlanSwitch {
    /** A file: plans are appended to it, and nothing runs. */
    static final String FILE = "mp.plan.internal.file";

    private PlanSwitch() {}

    /** Where the plans go; empty where tests run. */
    public static Optional<Path> file(Properties commandLine) {
        return Optional.ofNullable(commandLine.getProperty(FILE)).map(Path::of);
    }
}

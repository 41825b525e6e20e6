package io.github.surefiremp.plugin.standby;

import io.github.surefiremp.standby.StandbyFolder;
import java.nio.file.Path;
import java.util.Properties;

/** Where the user's standby JVMs are found. */
public final class StandbyPlace {
    /** Another folder than the user's; only tests set it. */
    static final String FOLDER = "mp.standby.internal.folder";

    private StandbyPlace() {}

    /**
     * The folder.
     *
     * @param commandLine the properties of Maven's command line
     */
    public static Path of(Properties commandLine) {
        String folder = commandLine.getProperty(FOLDER);
        return folder == null ? StandbyFolder.ofUser() : Path.of(folder).toAbsolutePath();
    }
}

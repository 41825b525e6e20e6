package io.github.surefiremp.plugin.verify;

import java.nio.file.Path;

/**
 * A folder into which a module's Surefire or Failsafe writes reports.
 *
 * @param module how the module is called in the table
 * @param name how the folder is called in the table: its path within the module's build folder
 * @param path where it is
 */
record ReportFolder(String module, String name, Path path) {
    /** Where the reports of a run are kept below that run's folder. */
    Path within(Path run) {
        // No name leads out of the folder.
        return run.resolve(module).resolve(name.replace("..", "up").replaceAll("[^A-Za-z0-9._-]", "_"));
    }
}

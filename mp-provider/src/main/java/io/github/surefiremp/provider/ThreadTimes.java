package io.github.surefiremp.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux counts of a thread.
 *
 * @param ranNanos for how long it had a core
 * @param delayedNanos for how long it could run but had none
 */
record ThreadTimes(long ranNanos, long delayedNanos) {
    /**
     * Those of a thread.
     *
     * @param thread its folder below {@code /proc/PID/task}
     * @return empty if it has just ended, or the system does not count that
     */
    static Optional<ThreadTimes> of(Path thread) throws IOException {
        try {
            String[] cells =
                    Files.readString(thread.resolve("schedstat")).trim().split(" ");
            return cells.length < 2
                    ? Optional.empty()
                    : Optional.of(new ThreadTimes(Long.parseLong(cells[0]), Long.parseLong(cells[1])));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}

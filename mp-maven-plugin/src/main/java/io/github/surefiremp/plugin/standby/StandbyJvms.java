package io.github.surefiremp.plugin.standby;

import io.github.surefiremp.model.Liveness;
import io.github.surefiremp.standby.Recipe;
import io.github.surefiremp.standby.Standby;
import io.github.surefiremp.standby.StandbyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All standby JVMs of the user. */
final class StandbyJvms {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final long SECONDS_TO_END = 10;
    private static final long SECONDS_TO_WARM_UP = 60;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final String RESIDENT = "VmRSS:";
    private static final int KIBI = 1024;

    private final Optional<StandbyFolder> folder;

    StandbyJvms(Path folder) throws IOException {
        this.folder = StandbyFolder.find(folder);
    }

    /** A line for each. */
    List<String> describe() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Standby standby : waiting()) {
            try {
                lines.add(describe(standby, standby.recipe(), System.currentTimeMillis()));
            } catch (IOException e) {
                // It has ended, or was handed out, a moment ago.
            }
        }
        return lines;
    }

    private static String describe(Standby standby, Recipe recipe, long now) {
        Optional<Long> pid = standby.pid();
        long left = Math.max(0, standby.startedMillis() + recipe.idleMillis() - now);
        long seconds = TimeUnit.MILLISECONDS.toSeconds(left);
        return "pid " + pid.map(String::valueOf).orElse("unknown") + ", " + recipe.module() + " "
                + recipe.execution()
                + (recipe.number() == 0 ? "" : " worker " + recipe.number())
                + (standby.isReady() ? ", waits" : ", warms up")
                + ", since " + TIME.format(Instant.ofEpochMilli(standby.startedMillis()))
                + ", ends in " + seconds / 60 + " min " + seconds % 60 + " s"
                + pid.flatMap(StandbyJvms::memory).map(text -> ", " + text).orElse("")
                + ", " + recipe.project();
    }

    /** What the process uses now, where the system tells. */
    private static Optional<String> memory(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line ->
                            line.substring(RESIDENT.length()).replace("kB", "").trim())
                    .map(number -> Long.parseLong(number) / KIBI + " MB")
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns when none warms up any more. */
    void awaitWarm() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_WARM_UP);
        while (System.nanoTime() - deadline < 0 && !waiting().stream().allMatch(Standby::isReady)) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Ends all that wait, and returns when their processes are gone; answers how many there were. */
    int stop() throws IOException {
        int count = 0;
        List<Long> pids = new ArrayList<>();
        for (Standby standby : waiting()) {
            standby.pid().ifPresent(pids::add);
            count += standby.end() ? 1 : 0;
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (System.nanoTime() - deadline < 0 && pids.stream().anyMatch(Liveness::isRunning)) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return count;
    }

    private List<Standby> waiting() throws IOException {
        if (folder.isEmpty()) {
            return List.of();
        }
        folder.get().sweep();
        return folder.get().waiting();
    }
}

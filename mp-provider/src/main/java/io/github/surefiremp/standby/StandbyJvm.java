package io.github.surefiremp.standby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The JVM's own side: from its start to its end or its new life. For one thread. */
public final class StandbyJvm {
    private static final long SECONDS_TO_COME = 3;

    private final Standby standby;
    private final Recipe recipe;
    private final HandOut.Waiting waiting;

    private StandbyJvm(Standby standby, Recipe recipe, HandOut.Waiting waiting) {
        this.standby = standby;
        this.recipe = recipe;
        this.waiting = waiting;
    }

    /**
     * The one that this JVM is.
     *
     * @param folder what it was started with
     */
    public static StandbyJvm begin(Path folder) throws IOException {
        Standby standby = new Standby(folder);
        Recipe recipe = standby.recipe();
        standby.runs(0);
        return new StandbyJvm(standby, recipe, new HandOut.Waiting(recipe.secret()));
    }

    /** What it was started with. */
    public Recipe recipe() {
        return recipe;
    }

    /**
     * Waits to be handed out.
     *
     * @return the arguments of the new main class; empty if it shall end, and its files are gone
     */
    public Optional<List<String>> await() throws IOException {
        standby.runs(waiting.port());
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(recipe.idleMillis());
        Optional<List<String>> told = waiting.await(() -> System.nanoTime() - deadline < 0
                && Files.isDirectory(recipe.project())
                && Files.isDirectory(standby.folder()));
        if (told.isEmpty()
                && Files.isDirectory(standby.folder())
                && standby.claim().isEmpty()) {
            // Somebody has claimed it and is about to come.
            long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_COME);
            told = waiting.await(() -> System.nanoTime() - last < 0);
        }
        waiting.close();
        if (told.isEmpty()) {
            standby.delete();
        }
        return told;
    }
}

package io.github.surefiremp.standby;

import io.github.surefiremp.model.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The private folder of the user in which all standby JVMs are: for each one a folder, first with its recipe alone.
 *
 * <p>Several Mavens and controllers use it at the same time. What they race for, they claim by renaming a file.
 */
public final class StandbyFolder {
    private final Path folder;

    private StandbyFolder(Path folder) {
        this.folder = folder;
    }

    /** Where it is if nobody says otherwise. */
    public static Path ofUser() {
        return Path.of(System.getProperty("user.home", "."), ".mp", "standby").toAbsolutePath();
    }

    /**
     * Opens the folder, which is created if it is missing.
     *
     * @throws IOException if somebody else could have put something into it, or this cannot be found out
     */
    public static StandbyFolder open(Path folder) throws IOException {
        PrivateFolder.open(folder);
        return new StandbyFolder(folder);
    }

    /** Opens the folder if it is there. */
    public static Optional<StandbyFolder> find(Path folder) throws IOException {
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? Optional.of(open(folder)) : Optional.empty();
    }

    /**
     * A new place for a recipe.
     *
     * @param run names the run that leaves it; begins with the process id of its Maven
     */
    public Standby leave(String run, int number) throws IOException {
        return Standby.create(folder.resolve(run + "-w" + number));
    }

    /** What a run has left and nobody has started, by number. */
    public List<Standby> leftBy(String run) throws IOException {
        List<Standby> left = new ArrayList<>();
        for (Standby standby : all()) {
            if (standby.isOf(run) && standby.state() == Standby.State.LEFT) {
                left.add(standby);
            }
        }
        return left;
    }

    /** Those that are being warmed and those that wait, the oldest first. */
    public List<Standby> waiting() throws IOException {
        List<Standby> waiting = new ArrayList<>();
        for (Standby standby : all()) {
            Standby.State state = standby.state();
            if (state == Standby.State.WARMING || state == Standby.State.READY) {
                waiting.add(standby);
            }
        }
        waiting.sort(Comparator.comparingLong(Standby::startedMillis));
        return waiting;
    }

    /** Removes what dead processes left behind. */
    public void sweep() throws IOException {
        for (Standby standby : all()) {
            if (standby.state() == Standby.State.GONE) {
                standby.delete();
            }
        }
    }

    private List<Standby> all() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().map(Standby::new).toList();
        }
    }
}

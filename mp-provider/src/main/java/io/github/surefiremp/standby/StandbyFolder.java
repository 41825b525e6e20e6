package io.github.surefiremp.standby;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The private folder of the user in which all standby JVMs are: for each one a folder, first with its recipe alone.
 *
 * <p>Several Mavens and controllers use it at the same time. What they race for, they claim by renaming a file.
 */
public final class StandbyFolder {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

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
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            throw new IOException("the file system has no permissions that would keep " + folder + " private");
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(
                    Objects.requireNonNull(folder.toAbsolutePath().getParent()));
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is not a folder; delete it");
        }
        if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(PRIVATE)) {
            throw new IOException(folder + " can be used by others; delete it, or make it private with chmod 700");
        }
        Path probe = Files.createTempFile(folder, "probe", null);
        UserPrincipal self = Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        Files.delete(probe);
        if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self)) {
            throw new IOException(folder + " belongs to somebody else");
        }
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

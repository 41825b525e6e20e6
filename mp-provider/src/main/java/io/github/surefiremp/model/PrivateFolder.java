package io.github.surefiremp.model;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Set;

/** A folder from which mp starts something, so that nobody but the user may write there. */
public final class PrivateFolder {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /**
     * Creates the folder if it is missing, and checks it.
     *
     * @throws IOException if somebody else could have put something into it, or this cannot be found out
     */
    public static void open(Path folder) throws IOException {
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
    }
}

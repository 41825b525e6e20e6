package io.github.surefiremp.archive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One archive, for one JDK and the jars of one {@link Head}: a folder whose name is a digest of all that must be the
 * same.
 *
 * <p>Several builds use it at the same time. A file appears under its name when it is complete, and is never written
 * again: a JVM that has mapped an archive would crash if it changed.
 *
 * <pre>
 * wanted       java and the jars, one a line: there is somebody who would use it
 * entries      by what the jars can be found on a class path
 * fits-DIGEST  the passed jars with that digest have none of these
 * making       somebody makes the archive, or has failed to
 * archive.jsa  the archive
 * size         its length in bytes; what is shorter was damaged, and would crash a JVM
 * </pre>
 */
public final class ClassArchive {
    static final String WANTED = "wanted";
    static final String MAKING = "making";
    static final String ARCHIVE = "archive.jsa";
    static final String SIZE = "size";
    private static final String ENTRIES = "entries";

    /** Changes when older archives must not be used any more. */
    private static final String FORMAT = "1";

    private final Path folder;
    private final Path java;
    private final Head head;

    private ClassArchive(Path folder, Path java, Head head) {
        this.folder = folder;
        this.java = java;
        this.head = head;
    }

    /**
     * The archive, whether there is one or not.
     *
     * @param archives the private folder of all of them
     * @param java the JVM's executable in its JDK
     */
    public static ClassArchive of(Path archives, Path java, Head head) throws IOException {
        Path real = java.toRealPath();
        Path lib = Path.of(String.valueOf(real.getParent())).resolveSibling("lib");
        List<String> same = new ArrayList<>(List.of(FORMAT, identity(real), identity(lib.resolve("modules"))));
        same.add(identity(lib.resolve("server").resolve(System.mapLibraryName("jvm"))));
        for (String jar : head.jars()) {
            same.add(identity(Path.of(jar)));
        }
        return new ClassArchive(archives.resolve(digest(same)), java, head);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /**
     * The archive, if there is one, and if all that is on the class path is found where it would be found without.
     *
     * @throws IOException says why not
     */
    public Optional<Path> file() throws IOException {
        Path archive = folder.resolve(ARCHIVE);
        Path size = folder.resolve(SIZE);
        if (!Files.exists(size)) {
            return Optional.empty();
        }
        if (!Files.readString(size).trim().equals(Long.toString(Files.size(archive)))) {
            throw new IOException(archive + " is damaged; delete its folder");
        }
        check();
        // For whoever looks which ones are used.
        Files.setLastModifiedTime(size, FileTime.fromMillis(System.currentTimeMillis()));
        return Optional.of(archive);
    }

    /** Says that it would be used, if it is not there and nothing speaks against it. */
    public void want() throws IOException {
        Files.createDirectories(folder);
        check();
        List<String> lines = new ArrayList<>();
        lines.add(java.toString());
        lines.addAll(head.jars());
        write(folder.resolve(WANTED), lines);
    }

    /** @throws IOException if something would be found in another place than without the archive */
    private void check() throws IOException {
        Set<String> entries = entries();
        // Folders change with each build.
        Optional<String> shared = head.sharedWithFolder(entries);
        if (shared.isEmpty()) {
            List<String> passed = new ArrayList<>();
            for (String jar : head.passedJars()) {
                passed.add(identity(Path.of(jar)));
            }
            Path fits = folder.resolve("fits-" + digest(passed));
            if (!Files.exists(fits)) {
                shared = head.sharedWithJar(entries);
                if (shared.isEmpty()) {
                    write(fits, List.of());
                }
            }
        }
        if (shared.isPresent()) {
            throw new IOException(shared.get());
        }
    }

    private Set<String> entries() throws IOException {
        Path file = folder.resolve(ENTRIES);
        try {
            return new TreeSet<>(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            Set<String> entries = head.entries();
            write(file, new ArrayList<>(entries));
            return entries;
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path written = Files.createTempFile(file.getParent(), "new", null);
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return file + File.pathSeparator + attributes.size() + File.pathSeparator + attributes.lastModifiedTime();
    }

    private static String digest(List<String> lines) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

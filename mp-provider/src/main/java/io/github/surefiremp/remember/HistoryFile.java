package io.github.surefiremp.remember;

import io.github.surefiremp.model.ProcessFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The history on disk.
 *
 * <p>Written to a temporary file beside it and moved into place, so that a reader sees the old or the new text and
 * nothing between. {@link #update} holds a lock file while it reads, changes and writes, because several modules may
 * share one history; inside one JVM a lock does the same for threads. A history is a help, never a condition: every
 * trouble ends in a warning, and a file that cannot be read is set aside under another name.
 */
public final class HistoryFile {
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    /** So many rows of tests that are gone are kept. */
    private static final int MOST_GONE = 500;

    private final Path path;
    private final Consumer<String> warnings;

    public HistoryFile(Path path, Consumer<String> warnings) {
        this.path = path.toAbsolutePath();
        this.warnings = warnings;
    }

    /** What the file holds; an empty history where there is none or where it cannot be used. */
    public History read() {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // A device may have no end.
                throw new IOException("it is no file");
            }
            return History.parse(Files.readString(path));
        } catch (NoSuchFileException e) {
            return new History();
        } catch (HistoryFormatException e) {
            setAside(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            setAside("it is not UTF-8 text");
        } catch (IOException e) {
            warnings.accept("mp cannot read the history " + path + " (" + e + "); this run goes on without it");
        }
        return new History();
    }

    /** Reads, lets the change happen, writes; nobody else updates in the meantime. */
    public void update(Consumer<History> change) {
        IN_THIS_JVM.lock();
        try {
            Files.createDirectories(parent());
            try (FileChannel channel = FileChannel.open(
                            path.resolveSibling(path.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock file lost its lock");
                }
                History history = read();
                change.accept(history);
                write(history.format());
                keepGone(history);
            }
        } catch (IOException | OverlappingFileLockException | UncheckedIOException e) {
            warnings.accept("mp cannot write the history " + path + " (" + e + "); what this run taught is lost");
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    /** Where rows of tests that are gone are kept for a while. */
    public static Path goneBeside(Path history) {
        return history.resolveSibling(history.getFileName().toString().replaceFirst("\\.tsv$", "") + ".gone.tsv");
    }

    private void keepGone(History history) throws IOException {
        Path file = goneBeside(path);
        boolean some = Files.exists(file);
        if (history.forgotten().isEmpty() && !some) {
            return;
        }
        History gone = new History();
        if (some) {
            try {
                gone = History.parse(Files.readString(file));
            } catch (HistoryFormatException e) {
                // It is for looking at alone, and begins anew.
            }
        }
        String before = gone.format();
        gone.takeOver(history.forgotten(), MOST_GONE);
        gone.forget(history::has);
        if (!gone.format().equals(before)) {
            new HistoryFile(file, warnings).write(gone.format());
        }
    }

    /** Writes the text as it is, atomically. */
    public void write(String text) throws IOException {
        Files.createDirectories(parent());
        // Not createTempFile: it would make the history readable by its writer alone.
        Path fresh = ProcessFiles.beside(path);
        try {
            Files.writeString(fresh, text);
            try {
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path parent() {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("the history needs a folder: " + path);
        }
        return parent;
    }

    private void setAside(String reason) {
        Path aside = path.resolveSibling(path.getFileName() + ".unusable");
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            warnings.accept("mp cannot use the history " + path + ", because " + reason + "; it was set aside as "
                    + aside.getFileName() + " and a new one begins");
        } catch (IOException e) {
            warnings.accept("mp cannot use the history " + path + ", because " + reason
                    + ", and cannot set it aside either (" + e + "); this run goes on without it");
        }
    }
}

package io.github.surefiremp.report;

import io.github.surefiremp.model.ProcessFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file for what is too much to keep in memory until its class has ended.
 *
 * <p>For one thread. The file is created with the first block and deleted by {@link #close}.
 */
final class Spill implements AutoCloseable {
    private final Path folder;
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long end;

    /** Where a block lies. */
    record Place(long offset, int length) {}

    Spill(Path folder) {
        this.folder = folder;
    }

    Place write(byte[] block) {
        try {
            Place place = new Place(end, block.length);
            ByteBuffer buffer = ByteBuffer.wrap(block);
            while (buffer.hasRemaining()) {
                end += channel().write(buffer, end);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("mp cannot keep test output in " + folder, e);
        }
    }

    byte[] read(Place place) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(place.length());
            while (buffer.hasRemaining()) {
                if (channel().read(buffer, place.offset() + buffer.position()) < 0) {
                    throw new IOException("the file is shorter than it was");
                }
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException("mp cannot read back test output from " + folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Files.createDirectories(folder);
            Path created = ProcessFiles.create(folder, "mp-output", ".spill");
            created.toFile().deleteOnExit();
            file = created;
            open = FileChannel.open(created, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }
}

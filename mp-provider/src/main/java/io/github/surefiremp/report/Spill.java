package io.github.surefiremp.report;

import io.github.surefiremp.model.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file for output that is too much to keep in memory until its class has ended.
 *
 * <p>For one thread. The file is created with the first piece and deleted by {@link #close}.
 */
final class Spill implements AutoCloseable {
    private final Path folder;
    private @Nullable Path file;
    private @Nullable FileChannel channel;
    private long end;

    /** Where a piece of output lies. */
    record Place(long offset, int length) {}

    Spill(Path folder) {
        this.folder = folder;
    }

    Place write(Output output) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(bytes);
            writeText(data, output.text());
            data.writeBoolean(output.stdout());
            data.writeBoolean(output.newLine());
            writeText(data, output.runMode());
            data.writeBoolean(output.testRunId() != null);
            data.writeLong(output.testRunId() == null ? 0 : output.testRunId());
            writeText(data, output.stack());
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            Place place = new Place(end, buffer.remaining());
            while (buffer.hasRemaining()) {
                end += channel().write(buffer, end);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("mp cannot keep test output in " + folder, e);
        }
    }

    Output read(Place place) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(place.length());
            while (buffer.hasRemaining()) {
                if (channel().read(buffer, place.offset() + buffer.position()) < 0) {
                    throw new IOException("the file is shorter than it was");
                }
            }
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(buffer.array()));
            String text = readText(data);
            boolean stdout = data.readBoolean();
            boolean newLine = data.readBoolean();
            String runMode = readText(data);
            boolean hasId = data.readBoolean();
            long id = data.readLong();
            return new Output(text == null ? "" : text, stdout, newLine, runMode, hasId ? id : null, readText(data));
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
            Path created = Files.createTempFile(folder, "mp-output", ".spill");
            created.toFile().deleteOnExit();
            file = created;
            open = FileChannel.open(created, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    private static void writeText(DataOutputStream data, @Nullable String text) throws IOException {
        if (text == null) {
            data.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    private static @Nullable String readText(DataInputStream data) throws IOException {
        int length = data.readInt();
        return length < 0 ? null : new String(data.readNBytes(length), StandardCharsets.UTF_8);
    }
}

package io.github.surefiremp.report;

import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Output and log lines as bytes, one after another in a block. */
final class Text {
    private static final int OUTPUT = 0;
    private static final int LOG = 1;

    private Text() {}

    /** Whether the payload of an event is one that this class can write. */
    static boolean isText(@Nullable Object payload) {
        return payload instanceof Output || payload instanceof LogLine;
    }

    /** How many characters it has; 0 for what is no text. */
    static int length(@Nullable Object payload) {
        if (payload instanceof Output output) {
            return output.text().length()
                    + (output.stack() == null ? 0 : output.stack().length());
        }
        return payload instanceof LogLine line ? line.text().length() : 0;
    }

    static void write(Object payload, ByteArrayOutputStream to) {
        DataOutputStream data = new DataOutputStream(to);
        try {
            if (payload instanceof Output output) {
                data.writeByte(OUTPUT);
                writeText(data, output.text());
                data.writeBoolean(output.stdout());
                data.writeBoolean(output.newLine());
                writeText(data, output.runMode());
                data.writeBoolean(output.testRunId() != null);
                data.writeLong(output.testRunId() == null ? 0 : output.testRunId());
                writeText(data, output.stack());
            } else if (payload instanceof LogLine line) {
                data.writeByte(LOG);
                data.writeByte(line.level().ordinal());
                writeText(data, line.text());
            } else {
                throw new IllegalArgumentException("no text: " + payload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all that was written to the block, in the same order. */
    static void read(byte[] block, Consumer<Object> to) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(block);
        DataInputStream data = new DataInputStream(bytes);
        try {
            while (bytes.available() > 0) {
                to.accept(data.readByte() == OUTPUT ? readOutput(data) : readLine(data));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Output readOutput(DataInputStream data) throws IOException {
        String text = readText(data);
        boolean stdout = data.readBoolean();
        boolean newLine = data.readBoolean();
        String runMode = readText(data);
        boolean hasId = data.readBoolean();
        long id = data.readLong();
        return new Output(text == null ? "" : text, stdout, newLine, runMode, hasId ? id : null, readText(data));
    }

    private static LogLine readLine(DataInputStream data) throws IOException {
        LogLine.Level level = LogLine.Level.values()[data.readByte()];
        String text = readText(data);
        return new LogLine(level, text == null ? "" : text);
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

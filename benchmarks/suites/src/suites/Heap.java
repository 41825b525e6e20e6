package suites;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The heap of a running JVM, read from the counters that it keeps in a file anyway, as jstat does: it costs that JVM
 * nothing.
 *
 * @param used bytes, with what could be collected
 * @param committed bytes
 */
record Heap(long used, long committed) {
    private static final int MAGIC = 0xcafec0c0;
    private static final int BYTE_ORDER = 4;
    private static final int FIRST_ENTRY = 24;
    private static final int ENTRIES = 28;
    private static final int NAME = 4;
    private static final int TYPE = 12;
    private static final int DATA = 16;
    private static final Pattern USED = Pattern.compile("sun\\.gc\\.generation\\.\\d+\\.space\\.\\d+\\.used");
    private static final Pattern COMMITTED = Pattern.compile("sun\\.gc\\.generation\\.\\d+\\.capacity");

    static Optional<Heap> of(long pid) {
        Path file = Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name"), String.valueOf(pid));
        try {
            return parse(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException | IndexOutOfBoundsException e) {
            // It has just started, has just ended, or has -XX:-UsePerfData.
            return Optional.empty();
        }
    }

    private static Optional<Heap> parse(ByteBuffer counters) {
        if (counters.getInt(0) != MAGIC) {
            return Optional.empty();
        }
        counters.order(counters.get(BYTE_ORDER) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long used = 0;
        long committed = 0;
        int entry = counters.getInt(FIRST_ENTRY);
        for (int i = counters.getInt(ENTRIES); i > 0; i--) {
            if (counters.get(entry + TYPE) == 'J') {
                String name = text(counters, entry + counters.getInt(entry + NAME));
                if (name.startsWith("sun.gc.generation.")) {
                    long value = counters.getLong(entry + counters.getInt(entry + DATA));
                    if (USED.matcher(name).matches()) {
                        used += value;
                    } else if (COMMITTED.matcher(name).matches()) {
                        committed += value;
                    }
                }
            }
            entry += counters.getInt(entry);
        }
        return committed == 0 ? Optional.empty() : Optional.of(new Heap(used, committed));
    }

    private static String text(ByteBuffer counters, int from) {
        int end = from;
        while (counters.get(end) != 0) {
            end++;
        }
        return new String(counters.array(), from, end - from, StandardCharsets.ISO_8859_1);
    }
}

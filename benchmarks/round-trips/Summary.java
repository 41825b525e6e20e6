import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Prints a table of what the runs in a folder measured: {@code java Summary.java target/round-trips}. */
final class Summary {
    public static void main(String[] arguments) throws IOException {
        System.out.println("| run | operation | median | 90th | 99th | 99.9th | longest | measured |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Path run : sorted(Path.of(arguments[0]))) {
            for (Path operation : sorted(run)) {
                long[] nanos = nanos(operation);
                System.out.println("| " + run.getFileName() + " | " + operation.getFileName() + " | "
                        + millis(nanos, 0.5) + " | " + millis(nanos, 0.9) + " | " + millis(nanos, 0.99) + " | "
                        + millis(nanos, 0.999) + " | " + millis(nanos, 1) + " | " + nanos.length + " |");
            }
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What all workers measured, the shortest first. */
    private static long[] nanos(Path operation) throws IOException {
        LongStream all = LongStream.empty();
        for (Path file : sorted(operation)) {
            all = LongStream.concat(all, Files.readAllLines(file).stream().mapToLong(Long::parseLong));
        }
        return all.sorted().toArray();
    }

    /** The value that so many are not above. */
    private static String millis(long[] sorted, double share) {
        int at = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
        return String.format(Locale.ROOT, "%.2f ms", sorted[at] / 1e6);
    }
}

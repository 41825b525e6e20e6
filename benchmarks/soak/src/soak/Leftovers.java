package soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run must not leave: processes and files. */
final class Leftovers {
    private static final int SECONDS = 3;

    private Leftovers() {}

    /** The processes that have the folder in their command line, but for this one, when they had time to end. */
    static List<String> processes(Path folder) throws Exception {
        List<String> found = found(folder);
        for (int i = 0; i < SECONDS * 10 && !found.isEmpty(); i++) {
            Thread.sleep(100);
            found = found(folder);
        }
        return found;
    }

    private static List<String> found(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        String self = Long.toString(ProcessHandle.current().pid());
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path each : all.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
                if (each.getFileName().toString().equals(self)) {
                    continue;
                }
                try {
                    String command = Files.readString(each.resolve("cmdline"), StandardCharsets.ISO_8859_1);
                    if (command.contains(folder.toString())) {
                        found.add("process " + each.getFileName() + " is left: " + command.replace('\0', ' '));
                    }
                } catch (IOException e) {
                    // It has ended.
                }
            }
        }
        return found;
    }

    /** All files below the folder but for those with these beginnings of their names. */
    static List<String> files(Path folder, String... known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .filter(path -> Stream.of(known).noneMatch(path.getFileName().toString()::startsWith))
                    .map(path -> "left in " + folder + ": " + folder.relativize(path))
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}

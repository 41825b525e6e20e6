package io.github.surefiremp.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folders of text files that should be the same. */
public final class Folders {
    /** Where Surefire notes trouble, in a file that has the date in its name. */
    private static final Pattern DUMP = Pattern.compile("\\.dump(stream)?$");

    private Folders() {}

    /**
     * What differs between the files below two folders, their names included and dump files left out; empty when
     * nothing does.
     *
     * @param mask leaves out of a line what must differ
     */
    public static List<String> compare(Path stockDir, Path mpDir, UnaryOperator<String> mask) throws IOException {
        Differences differences = new Differences();
        Map<String, List<String>> stock = read(stockDir, mask);
        Map<String, List<String>> mp = read(mpDir, mask);
        differences.compare("names", stock.keySet(), mp.keySet());
        stock.forEach((name, lines) -> compare(name, lines, mp.getOrDefault(name, lines), differences));
        return differences.lines();
    }

    private static void compare(String name, List<String> stock, List<String> mp, Differences differences) {
        List<String> onlyInStock = new ArrayList<>(stock);
        onlyInStock.removeAll(mp);
        List<String> onlyInMp = new ArrayList<>(mp);
        onlyInMp.removeAll(stock);
        differences.compare(name, String.join("\n", onlyInStock), String.join("\n", onlyInMp));
        if (onlyInStock.isEmpty() && onlyInMp.isEmpty()) {
            differences.compare(name + " order", stock, mp);
        }
    }

    private static Map<String, List<String>> read(Path folder, UnaryOperator<String> mask) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile)
                    .filter(file -> !DUMP.matcher(file.toString()).find())
                    .toList()) {
                // Surefire writes some files in the platform's charset; a wrong guess may not fail the comparison.
                String text = new String(Files.readAllBytes(path), Charset.defaultCharset());
                files.put(
                        Objects.toString(folder.relativize(path)).replace('\\', '/'),
                        text.lines().map(mask).filter(line -> !line.isEmpty()).collect(Collectors.toList()));
            }
        }
        return files;
    }
}

package io.github.surefiremp.plugin.merge;

import io.github.surefiremp.plugin.merge.ShardFolders.ModuleOfShard;
import io.github.surefiremp.plugin.report.Earlier;
import io.github.surefiremp.plugin.report.ReportFiles;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.shard.ShardManifest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one set of files of those of all shards. */
final class Merging {
    private static final Pattern AT = Pattern.compile("\"at\":(\\d+)");
    private static final String PREFIX = "TEST-";

    private final Path result;
    private final Consumer<String> warnings;
    /** By mp's folder of the module. */
    private final Map<Path, List<ModuleOfShard>> modules = new TreeMap<>();

    private record Line(long at, String text) {}

    Merging(Path result, Consumer<String> warnings) {
        this.result = result;
        this.warnings = warnings;
    }

    void add(ModuleOfShard module) {
        modules.computeIfAbsent(module.folder(), key -> new ArrayList<>()).add(module);
    }

    Totals write() throws IOException {
        MergedReports reports = new MergedReports();
        List<ReportFiles.Source> all = new ArrayList<>();
        for (Map.Entry<Path, List<ModuleOfShard>> entry : modules.entrySet()) {
            Path folder = result.resolve(entry.getKey());
            for (ModuleOfShard module : entry.getValue()) {
                if (Files.exists(folder) && Files.isSameFile(folder, module.own())) {
                    throw new IOException("the result would overwrite the files of a shard in " + folder
                            + "; let mp.merge.to name another folder");
                }
            }
            Files.createDirectories(folder);
            mergeHistory(folder, entry.getValue());
            mergeRuns(folder, entry.getValue());
            mergeReports(folder, entry.getValue(), reports);
            List<ReportFiles.Source> runs = runsOf(entry.getValue());
            page(folder, nameOf(entry.getValue()), runs);
            all.addAll(runs);
        }
        if (modules.size() > 1) {
            page(result.resolve("target").resolve("mp"), "all modules", all);
        }
        return reports.totals();
    }

    /** Each row of a shard goes on from the history that all shards planned from. */
    private void mergeHistory(Path folder, List<ModuleOfShard> shards) throws IOException {
        List<History> learnt = new ArrayList<>();
        for (ModuleOfShard shard : shards) {
            for (Path file : list(shard.own(), "history.shard-*-of-*.tsv")) {
                learnt.add(new HistoryFile(file, warnings).read());
            }
        }
        new HistoryFile(folder.resolve("history.tsv"), warnings)
                .update(history -> learnt.forEach(of -> history.adopt(
                        of, of.rows().stream().map(History.Row::key).toList())));
    }

    /** All lines by time, each with the number of its shard. */
    private static void mergeRuns(Path folder, List<ModuleOfShard> shards) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (ModuleOfShard shard : shards) {
            Path file = shard.own().resolve("run.jsonl");
            if (!Files.exists(file) || shard.manifests().isEmpty()) {
                continue;
            }
            String number = "{\"shard\":" + shard.manifests().get(0).shard() + ",";
            for (String line : Files.readAllLines(file)) {
                Matcher at = AT.matcher(line);
                if (line.startsWith("{") && at.find()) {
                    lines.add(new Line(Long.parseLong(at.group(1)), number + line.substring(1)));
                }
            }
        }
        lines.sort(Comparator.comparingLong(Line::at));
        Files.write(folder.resolve("run.jsonl"), lines.stream().map(Line::text).toList());
    }

    private static List<ReportFiles.Source> runsOf(List<ModuleOfShard> shards) {
        return shards.stream()
                .filter(shard ->
                        !shard.manifests().isEmpty() && Files.exists(shard.own().resolve("run.jsonl")))
                .map(shard -> new ReportFiles.Source(
                        shard.own().resolve("run.jsonl"),
                        "shard " + shard.manifests().get(0).shard()))
                .toList();
    }

    private static String nameOf(List<ModuleOfShard> shards) {
        return shards.stream()
                .flatMap(shard -> shard.manifests().stream())
                .map(manifest -> manifest.module().substring(manifest.module().indexOf(':') + 1))
                .findFirst()
                .orElse("");
    }

    /** From the shards' own files, which tell workers of the same number apart. The proof does not need it. */
    private void page(Path folder, String title, List<ReportFiles.Source> runs) {
        if (runs.isEmpty()) {
            return;
        }
        try {
            ReportFiles.write(folder, title, runs, Earlier.nothing());
        } catch (IOException e) {
            warnings.accept("mp:merge cannot write the report page in " + folder + " (" + e + ")");
        }
    }

    private void mergeReports(Path folder, List<ModuleOfShard> shards, MergedReports reports) throws IOException {
        Set<String> places = new LinkedHashSet<>();
        shards.forEach(shard -> shard.manifests().forEach(manifest -> places.add(manifest.reports())));
        for (String place : places) {
            Path to = inBuild(folder, place);
            Files.createDirectories(to);
            Map<String, List<Path>> files = new TreeMap<>();
            for (ModuleOfShard shard : shards) {
                Path from = inBuild(shard.own(), place);
                if (Files.isDirectory(from)) {
                    for (Path file : list(from, "*.{xml,txt}")) {
                        if (isOf(shard, shards, String.valueOf(file.getFileName()))) {
                            files.computeIfAbsent(String.valueOf(file.getFileName()), key -> new ArrayList<>())
                                    .add(file);
                        }
                    }
                }
            }
            for (Map.Entry<String, List<Path>> entry : files.entrySet()) {
                Path file = to.resolve(entry.getKey());
                if (entry.getKey().startsWith(PREFIX) && entry.getKey().endsWith(".xml")) {
                    reports.write(entry.getValue(), file);
                } else if (entry.getKey().endsWith(".txt")) {
                    StringBuilder text = new StringBuilder();
                    for (Path part : entry.getValue()) {
                        text.append(Files.readString(part));
                    }
                    Files.writeString(file, text);
                } else if (entry.getKey().equals("failsafe-summary.xml")) {
                    MergedReports.writeSummary(entry.getValue(), file);
                } else {
                    warnings.accept("mp:merge does not know how to merge " + entry.getValue() + "; it is left out");
                }
            }
        }
    }

    /** A report that an earlier build left on a machine, which did not run the class this time, does not count. */
    private static boolean isOf(ModuleOfShard shard, List<ModuleOfShard> all, String file) {
        String name = file.startsWith(PREFIX) ? file.substring(PREFIX.length()) : file;
        Set<String> planned = classes(all);
        Set<String> known = new HashSet<>();
        planned.stream().filter(type -> belongs(name, type)).forEach(known::add);
        return known.isEmpty() || classes(List.of(shard)).stream().anyMatch(known::contains);
    }

    private static boolean belongs(String file, String type) {
        return file.equals(type + ".xml")
                || file.equals(type + ".txt")
                || file.startsWith(type + "$")
                || file.startsWith(type + "-");
    }

    /** Of all shards those that were planned, of one those that ran there. */
    private static Set<String> classes(List<ModuleOfShard> shards) {
        Set<String> classes = new HashSet<>();
        for (ModuleOfShard shard : shards) {
            for (ShardManifest manifest : shard.manifests()) {
                manifest.classesOf().forEach((unit, of) -> {
                    if (shards.size() > 1 || manifest.shardOf().getOrDefault(unit, -1) == manifest.shard()) {
                        classes.addAll(of);
                    }
                });
            }
        }
        return classes;
    }

    private static Path inBuild(Path folder, String place) {
        return folder.resolveSibling(place).normalize();
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }
}

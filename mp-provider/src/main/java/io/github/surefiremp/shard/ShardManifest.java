package io.github.surefiremp.shard;

import io.github.surefiremp.model.TabCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one execution on one shard left in its manifest.
 *
 * @param run names the run
 * @param module groupId:artifactId
 * @param execution plugin and execution id
 * @param shard the machine's number, from 0 on
 * @param total how many there are
 * @param fingerprint of the plan
 * @param tests of the tests that were found
 * @param history of the durations that were known
 * @param version of mp
 * @param reports where the reports are, relative to the folder above that of the manifest
 * @param shardOf all units of the plan with their shards
 * @param classesOf the top-level classes of each unit
 * @param ran the units that ran to their end here
 * @param lost those whose worker was lost
 * @param skipped those that did not run because the user wants to stop after failures
 * @param end how the run ended: {@code ran} or {@code failed}; null if it did not come to its end
 */
public record ShardManifest(
        String run,
        String module,
        String execution,
        int shard,
        int total,
        String fingerprint,
        String tests,
        String history,
        String version,
        String reports,
        Map<String, Integer> shardOf,
        Map<String, List<String>> classesOf,
        List<String> ran,
        Set<String> lost,
        Set<String> skipped,
        @Nullable String end) {
    /** The name of the file. */
    public static final String FILE = "shard.tsv";

    private static final int PLAN_CELLS = 11;
    private static final int UNIT_CELLS = 4;

    /**
     * Reads a manifest.
     *
     * @return one for each execution, in their order
     * @throws IOException if it cannot be read, or is damaged
     */
    public static List<ShardManifest> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(ShardFile.HEADER)) {
            throw new IOException(file + " does not start with \"" + ShardFile.HEADER
                    + "\": it is damaged, or of another version of mp");
        }
        List<Reading> found = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = Arrays.stream(lines.get(i).split("\t", -1))
                    .map(TabCells::unescape)
                    .toList();
            try {
                if (cells.get(0).equals("plan")) {
                    found.add(new Reading(cells));
                } else {
                    found.get(found.size() - 1).add(cells);
                }
            } catch (RuntimeException e) {
                if (i == lines.size() - 1) {
                    // The machine died while it wrote the line; there is no end either, which will be told.
                    break;
                }
                throw new IOException(file + ", line " + (i + 1) + " is damaged: " + lines.get(i), e);
            }
        }
        return found.stream().map(Reading::manifest).toList();
    }

    private static final class Reading {
        private final List<String> plan;
        private final Map<String, Integer> shardOf = new LinkedHashMap<>();
        private final Map<String, List<String>> classesOf = new LinkedHashMap<>();
        private final List<String> ran = new ArrayList<>();
        private final Set<String> lost = new LinkedHashSet<>();
        private final Set<String> skipped = new LinkedHashSet<>();
        private @Nullable String end;

        Reading(List<String> plan) {
            if (plan.size() < PLAN_CELLS) {
                throw new IllegalArgumentException("cells are missing");
            }
            this.plan = plan;
        }

        void add(List<String> cells) {
            switch (cells.get(0)) {
                case "unit" -> {
                    if (cells.size() < UNIT_CELLS) {
                        throw new IllegalArgumentException("cells are missing");
                    }
                    shardOf.put(cells.get(2), Integer.parseInt(cells.get(1)));
                    classesOf.put(cells.get(2), List.of(cells.get(3).split(",")));
                }
                case "ran" -> ran.add(cells.get(1));
                case "lost" -> lost.add(cells.get(1));
                case "skipped" -> skipped.add(cells.get(1));
                case "end" -> end = cells.get(1);
                default -> {
                    // Later versions may have more to tell.
                }
            }
        }

        ShardManifest manifest() {
            return new ShardManifest(
                    plan.get(1),
                    plan.get(2),
                    plan.get(3),
                    Integer.parseInt(plan.get(4)),
                    Integer.parseInt(plan.get(5)),
                    plan.get(6),
                    plan.get(7),
                    plan.get(8),
                    plan.get(9),
                    plan.get(10),
                    shardOf,
                    classesOf,
                    ran,
                    lost,
                    skipped,
                    end);
        }
    }
}

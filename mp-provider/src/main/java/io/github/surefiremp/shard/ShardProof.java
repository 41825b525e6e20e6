package io.github.surefiremp.shard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whether every unit that was planned ran exactly once, going by the manifests of all shards.
 *
 * <p>What is not proved is a problem: a shard that is missing, that is there twice, that planned from something else or
 * did not come to its end, and a unit that ran nowhere, elsewhere or twice.
 */
public final class ShardProof {
    private static final int MOST_NAMES = 20;

    private ShardProof() {}

    /**
     * What was found of one execution of one module.
     *
     * @param place where the manifest is, for messages
     */
    public record Found(String place, ShardManifest manifest) {}

    /**
     * Looks at all manifests, of whichever modules and executions.
     *
     * @return what is wrong, one sentence each; nothing if all planned units ran exactly once
     */
    public static List<String> problems(List<Found> all) {
        if (all.isEmpty()) {
            return List.of("no manifest of any shard was found");
        }
        Map<String, List<Found>> executions = new TreeMap<>();
        for (Found found : all) {
            String name = found.manifest().module() + " " + found.manifest().execution();
            executions.computeIfAbsent(name, key -> new ArrayList<>()).add(found);
        }
        List<String> problems = new ArrayList<>();
        executions.forEach(
                (name, shards) -> ofExecution(shards).forEach(problem -> problems.add(name + ": " + problem)));
        return problems;
    }

    private static List<String> ofExecution(List<Found> shards) {
        ShardManifest first = shards.get(0).manifest();
        List<String> problems = new ArrayList<>();
        differ(problems, shards, "have different numbers of shards", manifest -> Integer.toString(manifest.total()));
        differ(problems, shards, "ran different versions of mp", ShardManifest::version);
        differ(problems, shards, "found different tests", ShardManifest::tests);
        differ(problems, shards, "planned from different histories", ShardManifest::history);
        if (problems.isEmpty()) {
            differ(problems, shards, "dealt the units in different ways", ShardManifest::fingerprint);
        }
        if (!problems.isEmpty()) {
            // Nothing can be said of units that are not the same.
            return problems;
        }
        Map<Integer, Found> byNumber = new LinkedHashMap<>();
        for (Found found : shards) {
            Found other = byNumber.putIfAbsent(found.manifest().shard(), found);
            if (other != null) {
                problems.add("shard " + found.manifest().shard() + " is there twice, in " + other.place() + " and in "
                        + found.place());
            }
        }
        for (int number = 0; number < first.total(); number++) {
            Found found = byNumber.get(number);
            if (found == null) {
                problems.add("shard " + number + " of " + first.total() + " is missing"
                        + names("; it had ", own(first, number)));
            } else {
                ofShard(problems, found);
            }
        }
        return problems;
    }

    private static void ofShard(List<String> problems, Found found) {
        ShardManifest manifest = found.manifest();
        String shard = "shard " + manifest.shard() + " (" + found.place() + ") ";
        if (manifest.end() == null) {
            problems.add(shard + "did not come to its end");
        } else if (!manifest.end().equals("ran")) {
            problems.add(shard + "failed, by something beside a test; see its log");
        }
        Set<String> ran = new HashSet<>();
        for (String unit : manifest.ran()) {
            if (!ran.add(unit)) {
                problems.add(shard + "ran " + unit + " twice");
            }
        }
        Set<String> own = new HashSet<>(own(manifest, manifest.shard()));
        List<String> lost =
                own.stream().filter(unit -> !ran.contains(unit)).sorted().toList();
        if (!lost.isEmpty()) {
            problems.add(shard + "did not run all of its units" + names(": ", lost));
        }
        List<String> strange =
                ran.stream().filter(unit -> !own.contains(unit)).sorted().toList();
        if (!strange.isEmpty()) {
            problems.add(shard + "ran units that were not its own" + names(": ", strange));
        }
    }

    private static void differ(
            List<String> problems, List<Found> shards, String how, Function<ShardManifest, String> of) {
        Map<String, Found> values = new LinkedHashMap<>();
        shards.forEach(found -> values.putIfAbsent(of.apply(found.manifest()), found));
        if (values.size() > 1) {
            List<Found> two = new ArrayList<>(values.values());
            problems.add("the shards " + how + ": " + told(two.get(0), of) + " and " + told(two.get(1), of));
        }
    }

    private static String told(Found found, Function<ShardManifest, String> of) {
        return of.apply(found.manifest()) + " in shard " + found.manifest().shard() + " (" + found.place() + ")";
    }

    private static List<String> own(ShardManifest manifest, int shard) {
        return manifest.shardOf().entrySet().stream()
                .filter(entry -> entry.getValue() == shard)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String names(String before, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return before + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))) + more;
    }
}

package io.github.surefiremp.plugin.merge;

import io.github.surefiremp.shard.ShardManifest;
import io.github.surefiremp.shard.ShardProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folders that were named, and the manifests below them. */
record ShardFolders(List<Path> folders, List<ModuleOfShard> all) {
    /**
     * mp's files of one module on one shard.
     *
     * @param folder relative to that of the shard, such as {@code shop/target/mp}
     */
    record ModuleOfShard(Path root, Path folder, List<ShardManifest> manifests) {
        Path own() {
            return root.resolve(folder);
        }
    }

    static ShardFolders in(List<Path> folders) throws IOException {
        List<ModuleOfShard> all = new ArrayList<>();
        for (Path root : folders) {
            if (!Files.isDirectory(root)) {
                throw new IOException("mp.merge.from names " + root + ", which is no folder");
            }
            for (Path file : manifestsBelow(root)) {
                Path folder = root.relativize(file).getParent();
                if (folder == null || folder.getParent() == null) {
                    throw new IOException(file + " is not below a module's build folder; let mp.merge.from name the"
                            + " folder that has the modules' folders as in the checkout");
                }
                all.add(new ModuleOfShard(root, folder, ShardManifest.read(file)));
            }
        }
        return new ShardFolders(folders, all);
    }

    private static List<Path> manifestsBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(ShardManifest.FILE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            if (all.stream().noneMatch(module -> module.root().equals(folder))) {
                problems.add("there is no manifest (" + ShardManifest.FILE + ") below " + folder);
            }
        }
        problems.addAll(ShardProof.problems(all.stream()
                .flatMap(module -> module.manifests().stream()
                        .map(manifest -> new ShardProof.Found(module.own().toString(), manifest)))
                .toList()));
        return problems;
    }

    boolean hasUnits() {
        return all.stream()
                .flatMap(module -> module.manifests().stream())
                .anyMatch(of -> !of.shardOf().isEmpty());
    }

    String shards() {
        return folders.size() == 1 ? "1 folder" : folders.size() + " folders";
    }
}

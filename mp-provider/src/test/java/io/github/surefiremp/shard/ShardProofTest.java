package io.github.surefiremp.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.shard.ShardProof.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests as shards write them, and what is proved from them. */
class ShardProofTest {
    private static final List<Unit> UNITS =
            List.of(new Unit("a.One", List.of("a.One")), new Unit("a.Two", List.of("a.Two")));

    @TempDir
    private Path folder;

    @Test
    void allUnitsRanOnce() throws IOException {
        assertThat(ShardProof.problems(List.of(complete(0, 2), complete(1, 2)))).isEmpty();
    }

    @Test
    void anEmptyShardIsNoProblem() throws IOException {
        assertThat(ShardProof.problems(List.of(complete(0, 3), complete(1, 3), complete(2, 3))))
                .isEmpty();
    }

    @Test
    void nothingProvesNothing() {
        assertThat(ShardProof.problems(List.of())).isNotEmpty();
    }

    @Test
    void aMissingShardIsNamedWithItsUnits() throws IOException {
        assertThat(ShardProof.problems(List.of(complete(0, 2))))
                .containsExactly("g:a surefire:x: shard 1 of 2 is missing; it had a.Two");
    }

    @Test
    void aShardThatIsThereTwiceIsNamed() throws IOException {
        Found zero = complete(0, 2);
        assertThat(ShardProof.problems(List.of(zero, complete(1, 2), new Found("copy", zero.manifest()))))
                .singleElement()
                .asString()
                .contains("shard 0 is there twice", "copy");
    }

    @Test
    void aMachineThatDiedLeavesNoEndAndItsUnitsAreNamed() throws IOException {
        Found dead = shard(1, 2, UNITS, "1", file -> {});
        assertThat(ShardProof.problems(List.of(complete(0, 2), dead)))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("did not come to its end"))
                .anyMatch(problem -> problem.contains("did not run all of its units: a.Two"));
    }

    @Test
    void aUnitWhoseWorkerWasLostDidNotRun() throws IOException {
        Found lost = shard(1, 2, UNITS, "1", file -> {
            file.unitLost(1, UNITS.get(1), "exit code 1");
            file.end(List.of("a worker was lost"));
        });
        assertThat(ShardProof.problems(List.of(complete(0, 2), lost)))
                .anyMatch(problem -> problem.contains("a.Two"))
                .anyMatch(problem -> problem.contains("beside a test"));
    }

    @Test
    void aUnitWhoseWorkerWasLostRanWhenWhatWasLeftOfItDid() throws IOException {
        Unit unit = UNITS.get(1);
        Unit rest = new Unit("a.Two (rest)", unit.parts(), "", unit.strategy(), unit.locks(), false);
        Unit second = new Unit("a.Two (rest 2)", unit.parts(), "", unit.strategy(), unit.locks(), false);
        Found found = shard(1, 2, UNITS, "1", file -> {
            file.restPlanned(1, unit, rest);
            file.unitLost(1, unit, "exit code 1");
            file.restPlanned(2, rest, second);
            file.unitLost(2, rest, "exit code 1");
            file.unitEnded(3, second);
            file.end(List.of());
        });
        assertThat(found.manifest().ran()).containsExactly("a.Two");
        assertThat(ShardProof.problems(List.of(complete(0, 2), found))).isEmpty();
    }

    @Test
    void aUnitThatRanTwiceOrElsewhereIsNamed() throws IOException {
        Found both = shard(0, 2, UNITS, "1", file -> {
            UNITS.forEach(unit -> file.unitEnded(1, unit));
            file.unitEnded(2, UNITS.get(0));
            file.end(List.of());
        });
        assertThat(ShardProof.problems(List.of(both, complete(1, 2))))
                .anyMatch(problem -> problem.contains("ran a.One twice"))
                .anyMatch(problem -> problem.contains("not its own: a.Two"));
    }

    @Test
    void shardsThatPlannedFromDifferentInputsAreNamed() throws IOException {
        assertThat(ShardProof.problems(List.of(complete(0, 2), complete(1, 3))))
                .anyMatch(problem -> problem.contains("different numbers of shards"));
        Found otherTests = shard(1, 2, List.of(UNITS.get(1)), "1", file -> file.end(List.of()));
        assertThat(ShardProof.problems(List.of(complete(0, 2), otherTests)))
                .anyMatch(problem -> problem.contains("different tests"));
        Found otherHistory = shard(1, 2, UNITS, "2", file -> file.end(List.of()));
        assertThat(ShardProof.problems(List.of(complete(0, 2), otherHistory)))
                .anyMatch(problem -> problem.contains("different histories"));
    }

    @Test
    void executionsOfAModuleShareAFile() throws IOException {
        Path file = folder.resolve("both.tsv");
        for (String execution : List.of("surefire:x", "failsafe:y")) {
            ShardFile written = new ShardFile(file);
            written.begin(plan(0, 1, UNITS, "1"), "run", "g:a", execution, "1", "surefire-reports");
            UNITS.forEach(unit -> written.unitEnded(1, unit));
            written.end(List.of());
            written.close();
            assertThat(written.problem()).isNull();
        }
        List<ShardManifest> read = ShardManifest.read(file);
        assertThat(read).extracting(ShardManifest::execution).containsExactly("surefire:x", "failsafe:y");
        assertThat(read).allMatch(manifest -> manifest.ran().equals(List.of("a.One", "a.Two")));
    }

    @Test
    void aDamagedManifestIsRefusedButNotOneWhoseLastLineWasCut() throws IOException {
        Path file = folder.resolve("cut.tsv");
        Found whole = complete(0, 2);
        String text = Files.readString(Path.of(whole.place()));
        Files.writeString(file, text.substring(0, text.length() - "end\tran\n".length()) + "end");
        assertThat(ShardManifest.read(file).get(0).end()).isNull();
        Files.writeString(file, text.replace("unit\t", "unit\tx"));
        assertThatThrownBy(() -> ShardManifest.read(file)).hasMessageContaining("damaged");
        Files.writeString(file, "else");
        assertThatThrownBy(() -> ShardManifest.read(file)).hasMessageContaining("does not start");
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblem() throws IOException {
        ShardFile written =
                new ShardFile(Files.createFile(folder.resolve("file")).resolve("shard.tsv"));
        written.begin(plan(0, 1, UNITS, "1"), "run", "g:a", "surefire:x", "1", "surefire-reports");
        assertThat(written.problem()).contains("cannot be written");
    }

    private interface Writing {
        void to(ShardFile file);
    }

    private Found complete(int shard, int total) throws IOException {
        return shard(shard, total, UNITS, "1", file -> {
            plan(shard, total, UNITS, "1").own().forEach(unit -> file.unitEnded(1, unit));
            file.end(List.of());
        });
    }

    private Found shard(int shard, int total, List<Unit> units, String history, Writing writing) throws IOException {
        Path file = folder.resolve("shard-" + shard + "-" + total + "-" + units.size() + "-" + history + ".tsv");
        Files.deleteIfExists(file);
        try (ShardFile written = new ShardFile(file)) {
            written.begin(plan(shard, total, units, history), "run", "g:a", "surefire:x", "1", "surefire-reports");
            writing.to(written);
        }
        return new Found(file.toString(), ShardManifest.read(file).get(0));
    }

    private static ShardPlan plan(int shard, int total, List<Unit> units, String history) {
        List<String> tests = new ArrayList<>();
        units.forEach(unit -> tests.add(unit.name()));
        return ShardPlan.of(shard, total, units, unit -> 1, tests, List.of(history));
    }
}

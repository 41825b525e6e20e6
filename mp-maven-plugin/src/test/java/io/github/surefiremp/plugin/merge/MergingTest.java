package io.github.surefiremp.plugin.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.shard.ShardFile;
import io.github.surefiremp.shard.ShardPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as two shards leave them, of several modules and executions. */
class MergingTest {
    private static final int SHARDS = 2;
    private static final Unit ONE = new Unit("a.One", List.of("a.One"));
    private static final Unit TWO = new Unit("a.Two", List.of("a.Two"));
    private static final String SUREFIRE = "surefire-reports";
    private static final String FAILSAFE = "failsafe-reports";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void eachModuleHasItsOwnResult() throws IOException {
        for (String module : List.of("shop", "bank")) {
            for (int shard = 0; shard < SHARDS; shard++) {
                manifest(shard, module, "surefire:default-test", SUREFIRE);
                write(
                        shard,
                        module + "/target/mp/run.jsonl",
                        "{\"event\":\"" + module + "\",\"at\":" + (9 - shard) + "}\n");
            }
            write(0, module + "/target/" + SUREFIRE + "/TEST-a.One.xml", suite("a.One", module));
            write(1, module + "/target/" + SUREFIRE + "/TEST-a.Two.xml", suite("a.Two", module));
        }

        ShardFolders found = found();
        assertThat(found.problems()).isEmpty();
        assertThat(merge(found).tests()).isEqualTo(4);
        for (String module : List.of("shop", "bank")) {
            for (String type : List.of("a.One", "a.Two")) {
                assertThat(result(module + "/target/" + SUREFIRE + "/TEST-" + type + ".xml"))
                        .isEqualTo(suite(type, module));
            }
            // By time, each with its shard, and nothing of another module.
            assertThat(result(module + "/target/mp/run.jsonl"))
                    .isEqualTo("{\"shard\":1,\"event\":\"" + module + "\",\"at\":8}\n{\"shard\":0,\"event\":\"" + module
                            + "\",\"at\":9}\n");
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void aModuleThatOneShardDidNotReachIsNamed() throws IOException {
        manifest(0, "shop", "surefire:default-test", SUREFIRE);
        manifest(1, "shop", "surefire:default-test", SUREFIRE);
        manifest(0, "bank", "surefire:default-test", SUREFIRE);

        assertThat(found().problems())
                .containsExactly("g:bank surefire:default-test: shard 1 of 2 is missing; it had a.Two");
    }

    @Test
    void surefireAndFailsafeOfAModuleAreMergedByThemselves() throws IOException {
        for (int shard = 0; shard < SHARDS; shard++) {
            manifest(shard, "shop", "surefire:default-test", SUREFIRE);
            manifest(shard, "shop", "failsafe:default", FAILSAFE);
        }
        write(0, "shop/target/" + SUREFIRE + "/TEST-a.One.xml", suite("a.One", "unit"));
        write(1, "shop/target/" + SUREFIRE + "/TEST-a.Two.xml", suite("a.Two", "unit"));
        write(0, "shop/target/" + FAILSAFE + "/TEST-a.One.xml", suite("a.One", "it"));
        write(1, "shop/target/" + FAILSAFE + "/TEST-a.Two.xml", suite("a.Two", "it", "<failure/>"));
        write(0, "shop/target/" + FAILSAFE + "/failsafe-summary.xml", summary("null", 3, 0, ""));
        write(1, "shop/target/" + FAILSAFE + "/failsafe-summary.xml", summary("255", 4, 1, "why"));

        ShardFolders found = found();
        assertThat(found.problems()).isEmpty();
        Totals totals = merge(found);
        assertThat(totals.tests()).isEqualTo(4);
        assertThat(totals.failed()).containsExactly("a.Two#it");
        assertThat(result("shop/target/" + SUREFIRE + "/TEST-a.One.xml")).isEqualTo(suite("a.One", "unit"));
        assertThat(result("shop/target/" + FAILSAFE + "/TEST-a.One.xml")).isEqualTo(suite("a.One", "it"));
        assertThat(result("shop/target/" + FAILSAFE + "/failsafe-summary.xml"))
                .contains("result=\"255\"", "<completed>7</completed>", "<failures>1</failures>", ">why<");
    }

    @Test
    void aShardWithoutTestsHidesNoFailureOfTheOthers() throws IOException {
        assertThat(summaryOf("255", "254")).contains("result=\"255\"");
        assertThat(summaryOf("254", "255")).contains("result=\"255\"");
        assertThat(summaryOf("255", "null")).contains("result=\"255\"");
        assertThat(summaryOf("null", "254")).contains("result=\"null\"");
        assertThat(summaryOf("254", "null")).contains("result=\"null\"");
        assertThat(summaryOf("254", "254")).contains("result=\"254\"");
    }

    @Test
    void aClassWhosePartsRanOnBothIsOneAgain() throws IOException {
        manifest(0, "shop", "surefire:default-test", SUREFIRE, parts());
        manifest(1, "shop", "surefire:default-test", SUREFIRE, parts());
        write(0, "shop/target/" + SUREFIRE + "/TEST-a.One.xml", suite("a.One", "first"));
        write(1, "shop/target/" + SUREFIRE + "/TEST-a.One.xml", suite("a.One", "second"));

        assertThat(merge(found()).tests()).isEqualTo(2);
        assertThat(result("shop/target/" + SUREFIRE + "/TEST-a.One.xml"))
                .contains("tests=\"2\"", "time=\"2002.50\"", "name=\"first\"", "name=\"second\"");
    }

    @Test
    void whatAnEarlierBuildLeftOnAMachineDoesNotCount() throws IOException {
        manifest(0, "shop", "surefire:default-test", SUREFIRE);
        manifest(1, "shop", "surefire:default-test", SUREFIRE);
        write(0, "shop/target/" + SUREFIRE + "/TEST-a.One.xml", suite("a.One", "now"));
        write(1, "shop/target/" + SUREFIRE + "/TEST-a.One.xml", suite("a.One", "earlier", "<failure/>"));

        Totals totals = merge(found());
        assertThat(totals.tests()).isEqualTo(1);
        assertThat(totals.failed()).isEmpty();
    }

    @Test
    void aReportThatIsCutShortEndsTheMergeByItsName() throws IOException {
        manifest(0, "shop", "surefire:default-test", SUREFIRE);
        write(0, "shop/target/" + SUREFIRE + "/TEST-a.One.xml", "<testsuite>");

        ShardFolders found = ShardFolders.in(List.of(folder.resolve("0")));
        assertThatThrownBy(() -> merge(found))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("TEST-a.One.xml", "cannot be read");
    }

    private String summaryOf(String one, String other) throws IOException {
        Path first = Files.writeString(folder.resolve("one.xml"), summary(one, 1, 0, ""));
        Path second = Files.writeString(folder.resolve("other.xml"), summary(other, 1, 0, ""));
        Path both = folder.resolve("both.xml");
        MergedReports.writeSummary(List.of(first, second), both);
        return Files.readString(both);
    }

    private ShardFolders found() throws IOException {
        return ShardFolders.in(List.of(folder.resolve("0"), folder.resolve("1")));
    }

    private Totals merge(ShardFolders found) throws IOException {
        Merging merging = new Merging(folder.resolve("merged"), warnings::add);
        found.all().forEach(merging::add);
        return merging.write();
    }

    private static List<Unit> parts() {
        return List.of(new Unit("a.One#1/2", List.of("a.One")), new Unit("a.One#2/2", List.of("a.One")));
    }

    private void manifest(int shard, String module, String execution, String reports) throws IOException {
        manifest(shard, module, execution, reports, List.of(ONE, TWO));
    }

    private void manifest(int shard, String module, String execution, String reports, List<Unit> units)
            throws IOException {
        Path file = folder.resolve(shard + "/" + module + "/target/mp/shard.tsv");
        List<String> tests = units.stream().map(Unit::name).toList();
        ShardPlan plan = ShardPlan.of(shard, SHARDS, units, unit -> 1, tests, List.of("1"));
        try (ShardFile written = new ShardFile(file)) {
            written.begin(plan, "run", "g:" + module, execution, "1", reports);
            plan.own().forEach(unit -> written.unitEnded(1, unit));
            written.end(List.of());
            assertThat(written.problem()).isNull();
        }
    }

    private void write(int shard, String name, String text) throws IOException {
        Path file = folder.resolve(shard + "/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String result(String name) throws IOException {
        return Files.readString(folder.resolve("merged/" + name));
    }

    private static String suite(String type, String test, String... inside) {
        return "<testsuite name=\"" + type + "\" time=\"1,001.25\" tests=\"1\" errors=\"0\" skipped=\"0\" failures=\""
                + inside.length + "\"><testcase classname=\"" + type + "\" name=\"" + test + "\" time=\"0.1\">"
                + String.join("", inside) + "</testcase></testsuite>";
    }

    private static String summary(String result, int completed, int failures, String message) {
        return "<failsafe-summary result=\"" + result + "\" timeout=\"false\"><completed>" + completed
                + "</completed><errors>0</errors><failures>" + failures
                + "</failures><skipped>0</skipped><failureMessage>" + message + "</failureMessage></failsafe-summary>";
    }
}

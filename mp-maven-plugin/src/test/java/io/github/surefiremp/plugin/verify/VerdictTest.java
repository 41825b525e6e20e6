package io.github.surefiremp.plugin.verify;

import static io.github.surefiremp.plugin.verify.Samples.difference;
import static io.github.surefiremp.plugin.verify.Samples.outcome;
import static io.github.surefiremp.plugin.verify.Samples.passed;
import static io.github.surefiremp.plugin.verify.Samples.reports;
import static io.github.surefiremp.plugin.verify.Samples.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import io.github.surefiremp.plugin.verify.Explained.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Reports ONE = reports(suite("A", passed("A", "x")));
    private static final List<Outcome> EQUAL = List.of(outcome(RunKind.STOCK, ONE), outcome(RunKind.MP, ONE));

    @Test
    void isGoodWithoutDifferences() {
        Verdict verdict = verdict(EQUAL, List.of(), List.of());
        assertThat(verdict.isGood()).isTrue();
        assertThat(verdict.lines()).isEmpty();
        assertThat(verdict.summary())
                .isEqualTo("no difference: 1 tests with stock Surefire, 1 with mp; exit code 0 in both");
    }

    @Test
    void isNotGoodWhereNothingWasCompared() {
        Verdict verdict = verdict(EQUAL, List.of(), List.of("no test ran"));
        assertThat(verdict.isGood()).isFalse();
        assertThat(verdict.lines()).containsExactly("not compared: no test ran");
        assertThat(verdict.json()).contains("\"differs\":true").contains("\"no test ran\"");
    }

    @Test
    void aModuleThatWasNotBuiltComesWithTheWayToCompareItToo() {
        Map<String, String> modules = Map.of("core", "FAILURE", "web", "SKIPPED");
        List<Outcome> outcomes = List.of(
                Samples.outcome(RunKind.STOCK, 1, modules, Samples.reports()),
                Samples.outcome(RunKind.MP, 1, modules, Samples.reports()));
        assertThat(verdict(outcomes, List.of(), List.of()).warnings())
                .singleElement()
                .asString()
                .contains("module web was not built", "-Dmaven.test.failure.ignore");
    }

    @Test
    void isNotGoodWhereATestIsUnstable() {
        Explained unstable =
                new Explained(difference(Aspect.OUTCOME, "A", "x", "passed", "failure: T"), Explanation.UNSTABLE);
        Explained ours =
                new Explained(difference(Aspect.OUTCOME, "A", "y", "passed", "failure: T"), Explanation.ONLY_MP);
        Verdict verdict = verdict(EQUAL, List.of(unstable, ours), List.of());
        assertThat(verdict.isGood()).isFalse();
        assertThat(verdict.summary())
                .contains("2 differences")
                .contains("1 stock Surefire differs from itself here")
                .contains("1 only with mp: please report it");
        assertThat(verdict.lines().get(0)).startsWith("no.  module  reports");
        assertThat(verdict.lines().get(1))
                .isEqualTo("1    shop    surefire-reports  A      x     passed          failure: T");
        assertThat(verdict.lines()).contains("no. 2: only with mp: please report it");
    }

    @Test
    void warnsOfModulesThatWereNotBuilt() {
        Map<String, String> modules = Map.of("core", "FAILURE", "web", "SKIPPED");
        Outcome stock = outcome(RunKind.STOCK, 1, modules, ONE);
        Outcome mp = outcome(RunKind.MP, 1, modules, ONE);
        assertThat(verdict(List.of(stock, mp), List.of(), List.of()).warnings())
                .singleElement()
                .asString()
                .contains("web");
    }

    @Test
    void writesJson() {
        Explained strange = new Explained(
                difference(Aspect.DETAIL, "A", "says \"hi\"\\\t", "a\nb", "ü"), Explanation.NOT_LOOKED_FOR);
        assertThat(verdict(EQUAL, List.of(strange), List.of()).json())
                .startsWith("{\"format\":1,\n\"differs\":true,\n\"runs\":[{\"run\":\"stock\",\n\"exitCode\":0,")
                .contains("\"test\":\"says \\\"hi\\\"\\\\\\u0009\",\n\"stock\":\"a\\u000ab\",\n\"mp\":\"ü\",")
                .endsWith("}],\n\"notCompared\":[]}\n");
    }

    @Test
    void aTableShortensWhatIsLong() {
        Table table = new Table("a", "b");
        table.add("x".repeat(100), "one\n  two");
        table.add("y", "z");
        assertThat(table.lines())
                .containsExactly("a" + " ".repeat(61) + "b", "x".repeat(59) + "…  one two", "y" + " ".repeat(61) + "z");
    }

    private static Verdict verdict(List<Outcome> outcomes, List<Explained> differences, List<String> complaints) {
        return new Verdict(outcomes, differences, complaints, 2, Path.of("target/mp/verify"));
    }
}

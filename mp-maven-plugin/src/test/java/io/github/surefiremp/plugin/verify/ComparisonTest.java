package io.github.surefiremp.plugin.verify;

import static io.github.surefiremp.plugin.verify.Samples.ended;
import static io.github.surefiremp.plugin.verify.Samples.outcome;
import static io.github.surefiremp.plugin.verify.Samples.passed;
import static io.github.surefiremp.plugin.verify.Samples.reports;
import static io.github.surefiremp.plugin.verify.Samples.suite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void findsNothingInEqualRuns() {
        Reports one = reports(suite("A", passed("A", "x"), ended("A", "y", "failure", "T", "m")));
        Reports two = reports(suite("A", ended("A", "y", "failure", "T", "m"), passed("A", "x")));
        assertThat(compare(one, two)).isEmpty();
    }

    @Test
    void tellsAnotherOutcomeWithTypeAndFirstLineOfTheMessage() {
        Reports one = reports(suite("A", passed("A", "x")));
        Reports two = reports(suite("A", ended("A", "x", "error", "java.io.IOException", "no\nmore")));
        assertThat(compare(one, two))
                .extracting(Difference::aspect, Difference::test, Difference::stock, Difference::mp)
                .containsExactly(tuple(Aspect.OUTCOME, "x", "passed", "error: java.io.IOException: no"));
    }

    @Test
    void tellsAnotherTypeOrMessage() {
        Reports one = reports(suite("A", ended("A", "x", "error", "T", "m"), ended("A", "y", "error", "T", "m")));
        Reports two = reports(suite("A", ended("A", "x", "error", "U", "m"), ended("A", "y", "error", "T", "n")));
        assertThat(compare(one, two)).extracting(Difference::aspect).containsExactly(Aspect.DETAIL, Aspect.DETAIL);
    }

    @Test
    void leavesOutFurtherLinesOfAMessageAndIdentities() {
        Reports one = reports(suite(
                "A",
                passed("A", "with(x.Y@1a2b3c)"),
                ended("A", "x", "error", "T", "x.Y@1a2b3c\nhere"),
                ended("A", "y", "error", "T", "[I@ff")));
        Reports two = reports(suite(
                "A",
                passed("A", "with(x.Y@77)"),
                ended("A", "x", "error", "T", "x.Y@77\nthere"),
                ended("A", "y", "error", "T", "[I@0a0b0c0d")));
        assertThat(compare(one, two)).isEmpty();
        assertThat(Comparison.withoutIdentity("x.Y@1a2b3c, at @Test, me@home, a @ff"))
                .isEqualTo("x.Y@…, at @Test, me@home, a @ff");
    }

    @Test
    void tellsATestThatIsMissingOrNotAsOftenThere() {
        Reports one = reports(suite("A", passed("A", "x"), passed("A", "y"), passed("A", "y")));
        Reports two = reports(suite("A", passed("A", "y"), passed("A", "z")));
        assertThat(compare(one, two))
                .extracting(Difference::aspect, Difference::test, Difference::stock, Difference::mp)
                .containsExactlyInAnyOrder(
                        tuple(Aspect.PRESENCE, "x", "passed", "not there"),
                        tuple(Aspect.PRESENCE, "y", "2 × passed", "passed"),
                        tuple(Aspect.PRESENCE, "z", "not there", "passed"));
    }

    @Test
    void countsOutcomesOfTestsWithTheSameName() {
        TestCase good = passed("A", "x");
        TestCase bad = ended("A", "x", "failure", "T", "m");
        assertThat(compare(reports(suite("A", good, bad)), reports(suite("A", bad, good))))
                .isEmpty();
        assertThat(compare(reports(suite("A", good, bad, bad)), reports(suite("A", good, good, bad))))
                .hasSize(1);
    }

    @Test
    void tellsRerunsAndFlakes() {
        TestCase.Problem attempt = new TestCase.Problem("flakyError", "T", "m", "");
        Reports one = reports(suite("A", new TestCase("A", "x", List.of(attempt))));
        Reports two = reports(suite("A", new TestCase("A", "x", List.of(attempt, attempt))));
        assertThat(compare(one, two)).extracting(Difference::aspect).containsExactly(Aspect.OUTCOME);
    }

    @Test
    void tellsAReportThatIsMissingInOneRow() {
        Reports one = reports(suite("A", passed("A", "x"), passed("A", "y")));
        assertThat(compare(one, Reports.NONE))
                .extracting(Difference::aspect, Difference::file, Difference::stock, Difference::mp)
                .containsExactly(tuple(Aspect.PRESENCE, "TEST-A.xml", "2 tests", "not there"));
    }

    @Test
    void tellsNumbersOnlyWhereTheTestsDoNotSayTheSame() {
        Suite suite = suite("A", passed("A", "x"));
        Suite wrong = new Suite(suite.file(), new TreeMap<>(Map.of("name", "A", "tests", "3")), suite.testCases());
        assertThat(compare(reports(suite), reports(wrong)))
                .extracting(Difference::aspect, Difference::stock, Difference::mp)
                .containsExactly(tuple(Aspect.COUNTS, "tests=1", "tests=3"));
        Suite both = new Suite(suite.file(), wrong.counts(), List.of(ended("A", "x", "error", "T", "m")));
        assertThat(compare(reports(suite), reports(both)))
                .extracting(Difference::aspect)
                .containsExactly(Aspect.OUTCOME);
    }

    @Test
    void tellsATextReportThatIsMissing() {
        Reports one = reports(suite("A", passed("A", "x")));
        Reports two = new Reports(one.suites(), new TreeSet<>(), Map.of(), Map.of());
        assertThat(compare(one, two))
                .extracting(Difference::aspect, Difference::file)
                .containsExactly(tuple(Aspect.FILE, "A.txt"));
    }

    @Test
    void tellsAReportThatCannotBeRead() {
        Reports one = reports(suite("A", passed("A", "x")));
        Reports two = new Reports(Map.of(), one.textFiles(), Map.of(), Map.of("TEST-A.xml", "no end"));
        assertThat(compare(one, two))
                .extracting(Difference::aspect, Difference::file, Difference::mp)
                .containsExactly(tuple(Aspect.FILE, "TEST-A.xml", "no end"));
    }

    @Test
    void tellsAnotherSummaryOfFailsafe() {
        Reports one = new Reports(Map.of(), new TreeSet<>(), Map.of("failsafe-summary.xml", "errors=1"), Map.of());
        Reports two = new Reports(Map.of(), new TreeSet<>(), Map.of("failsafe-summary.xml", "errors=0"), Map.of());
        assertThat(compare(one, two))
                .extracting(Difference::aspect, Difference::stock, Difference::mp)
                .containsExactly(tuple(Aspect.SUMMARY, "errors=1", "errors=0"));
    }

    @Test
    void tellsBuildsThatEndedInAnotherWay() {
        Outcome stock = outcome(RunKind.STOCK, 0, Map.of(), Reports.NONE);
        Outcome mp = outcome(RunKind.MP, 1, Map.of("web", "FAILURE"), Reports.NONE);
        assertThat(Comparison.of(stock, mp))
                .extracting(Difference::module, Difference::stock, Difference::mp, Difference::text)
                .containsExactly(
                        tuple("web", "SUCCESS", "FAILURE", "There are problems"),
                        tuple("(all)", "exit code 0", "exit code 1", "There are problems"));
        assertThat(Comparison.of(mp, mp)).isEmpty();
    }

    private static List<Difference> compare(Reports stock, Reports mp) {
        return Comparison.of(outcome(RunKind.STOCK, stock), outcome(RunKind.MP, mp));
    }
}

package io.github.surefiremp.plugin.verify;

import static io.github.surefiremp.plugin.verify.Samples.difference;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import io.github.surefiremp.plugin.verify.Explained.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Difference FAILS = difference(Aspect.OUTCOME, "A", "x", "passed", "failure: T");

    @Test
    void takesTheFirstRunOfStockSurefireThatHasItToo() {
        Explainer explainer = new Explainer(List.of(FAILS));
        assertThat(explainer.hasUnexplained()).isTrue();
        explainer.add(RunKind.AGAIN, List.of(difference(Aspect.OUTCOME, "A", "y", "passed", "failure: T")));
        assertThat(only(explainer)).isEqualTo(Explanation.ONLY_MP);
        explainer.add(RunKind.REVERSED, List.of(FAILS));
        assertThat(only(explainer)).isEqualTo(Explanation.REVERSED);
        explainer.add(RunKind.FRESH, List.of(FAILS));
        assertThat(only(explainer)).isEqualTo(Explanation.FRESH);
        explainer.add(RunKind.FORKS, List.of(FAILS));
        assertThat(only(explainer)).isEqualTo(Explanation.FORKS);
        explainer.add(RunKind.AGAIN, List.of(difference(Aspect.OUTCOME, "A", "x", "passed", "error: U")));
        assertThat(only(explainer)).isEqualTo(Explanation.UNSTABLE);
        assertThat(explainer.hasUnexplained()).isFalse();
    }

    @Test
    void anotherMessageDoesNotExplainAnotherOutcome() {
        Difference message = difference(Aspect.DETAIL, "A", "x", "failure: 1", "failure: 2");
        assertThat(explained(FAILS, message)).isEqualTo(Explanation.ONLY_MP);
        assertThat(explained(message, FAILS)).isEqualTo(Explanation.UNSTABLE);
    }

    @Test
    void aReportThatIsLostExplainsNoTestThatFails() {
        Difference report = difference(Aspect.PRESENCE, "A", "", "2 tests", "not there");
        assertThat(explained(report, report)).isEqualTo(Explanation.UNSTABLE);
        assertThat(explained(FAILS, report)).isEqualTo(Explanation.ONLY_MP);
        assertThat(explained(report, FAILS)).isEqualTo(Explanation.ONLY_MP);
    }

    @Test
    void aTestThatIsMissingExplainsOneThatFails() {
        assertThat(explained(FAILS, gone("A", "x"))).isEqualTo(Explanation.UNSTABLE);
        assertThat(explained(gone("A", "x"), FAILS)).isEqualTo(Explanation.ONLY_MP);
    }

    @Test
    void namesThatAreOthersInEachRunAreUnstable() {
        Explainer explainer = new Explainer(List.of(gone("A", "id 1"), come("A", "id 2")));
        explainer.add(RunKind.AGAIN, List.of(gone("A", "id 1"), come("A", "id 3")));
        assertThat(explainer.explain())
                .extracting(Explained::explanation)
                .containsExactly(Explanation.UNSTABLE, Explanation.UNSTABLE);
    }

    @Test
    void aLostTestDoesNotHideBehindNamesThatChange() {
        Explainer explainer = new Explainer(List.of(gone("A", "id 1"), gone("A", "real"), come("A", "id 2")));
        explainer.add(RunKind.AGAIN, List.of(gone("A", "id 1"), come("A", "id 3")));
        assertThat(explainer.explain())
                .extracting(one -> one.difference().test() + " " + one.explanation())
                .containsExactly("id 1 UNSTABLE", "real ONLY_MP", "id 2 ONLY_MP");
    }

    @Test
    void namesThatChangeInAnotherClassExplainNothing() {
        Explainer explainer = new Explainer(List.of(gone("A", "id 1"), come("A", "id 2")));
        explainer.add(RunKind.AGAIN, List.of(gone("B", "id 1"), come("B", "id 3")));
        assertThat(explainer.explain()).extracting(Explained::explanation).containsOnly(Explanation.ONLY_MP);
    }

    private static Difference gone(String className, String test) {
        return difference(Aspect.PRESENCE, className, test, "passed", Difference.NOT_THERE);
    }

    private static Difference come(String className, String test) {
        return difference(Aspect.PRESENCE, className, test, Difference.NOT_THERE, "passed");
    }

    private static Explanation explained(Difference mp, Difference stock) {
        Explainer explainer = new Explainer(List.of(mp));
        explainer.add(RunKind.AGAIN, List.of(stock));
        return only(explainer);
    }

    private static Explanation only(Explainer explainer) {
        return explainer.explain().get(0).explanation();
    }
}

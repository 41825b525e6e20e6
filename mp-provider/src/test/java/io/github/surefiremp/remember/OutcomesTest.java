package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.TestKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final TestClass TYPE =
            type(piece("a.A", "pays"), piece("a.A", "paysLate"), piece("a.A$In", "pays"), piece("a.A$Whole", ""));

    private final History history = new History();

    @Test
    void aClassFailedIfItOrATestInItDid() {
        learn("a.A$In", "m", "error");
        learn("a.B", "*", "failed");
        learn("a.C", "m", "passed");
        history.learn(new Measurement(new TestKey("g:a", "failsafe:default", "a.C", "m"), 1, "failed"), 1);

        Outcomes outcomes = outcomes();

        assertThat(outcomes.failedIn("a.A")).isTrue();
        assertThat(outcomes.failedIn("a.B")).isTrue();
        assertThat(outcomes.failedIn("a.C")).isFalse();
    }

    @Test
    void piecesAreFoundByTheirNamesWithParameters() {
        learn("a.A", "*", "failed");
        learn("a.A", "paysLate(int)[2]", "failed");

        assertThat(outcomes().failedPieces(TYPE)).containsExactly(1);
    }

    @Test
    void aNestedTestNamedByTheTopLevelClassCouldBeEither() {
        learn("a.A", "pays", "failed");

        assertThat(outcomes().failedPieces(TYPE)).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void aNestedClassThatStaysWholeIsAPiece() {
        learn("a.A$Whole", "any", "failed");
        learn("a.A$In", "pays", "failed");

        assertThat(outcomes().failedPieces(TYPE)).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void whatCannotBeFoundMeansTheWholeClass() {
        learn("a.A", "pays", "failed");
        learn("a.A", "gone", "failed");
        assertThat(outcomes().failedPieces(TYPE)).isEmpty();
    }

    @Test
    void aSetUpThatFailedMeansTheWholeClass() {
        learn("a.A", "*", "error");
        assertThat(outcomes().failedPieces(TYPE)).isEqualTo(Set.of());
    }

    private Outcomes outcomes() {
        return new Outcomes(history, "g:a", "surefire:default-test");
    }

    private void learn(String className, String method, String outcome) {
        history.learn(new Measurement(new TestKey("g:a", "surefire:default-test", className, method), 1, outcome), 1);
    }

    private static TestClass type(Piece... pieces) {
        return new TestClass("a.A", 4, List.of(), Set.of(), Cut.SAFE, "", List.of(), Arrays.asList(pieces));
    }

    private static Piece piece(String className, String method) {
        return new Piece(
                "[" + className + "/" + method + "]", className, method, 1, List.of(), Set.of(), "", List.of());
    }
}

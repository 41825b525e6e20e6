package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[method:a()]                      | a",
                "[method:a(java.lang.String)]      | a(String)",
                "[test-template:a(int%5B%5D)]      | a(int[])[3]",
                "[test-factory:a()]                | a()[1]",
                "[nested-class:In]/[method:a()]    | a",
                "[method:two words%2Fslash()]      | two words/slash",
            })
    void aPieceAndItsTestHaveOneName(String segments, String test) {
        assertThat(PieceNames.ofPiece("[engine:junit-jupiter]/[class:a.B]/" + segments))
                .isEqualTo(PieceNames.ofTest("a.B", test));
    }

    @ParameterizedTest
    @CsvSource({"not an id", "[p0]"})
    void whatIsNoUniqueIdStaysAsItIs(String id) {
        assertThat(PieceNames.ofPiece(id)).isEqualTo(id);
    }
}

package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeLettersTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0, false",
        "PPPP, 0, false",
        "FFFF, 0, false",
        "PPFFPP, 2, false",
        "PFPF, 3, true",
        "PESP, 2, false",
        "PSSAP, 0, false",
        "FPEP, 3, true",
        "R, 2, true",
        "PPRP, 2, true",
        "?P?F, 1, false"
    })
    void whoeverChangesMoreThanThereAndBackIsFlaky(String letters, int flips, boolean flaky) {
        assertThat(OutcomeLetters.flips(letters)).isEqualTo(flips);
        assertThat(OutcomeLetters.isFlaky(letters)).isEqualTo(flaky);
    }
}

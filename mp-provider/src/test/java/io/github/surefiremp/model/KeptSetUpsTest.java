package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptSetUpsTest {
    private static final SetUp ONE = new SetUp("one", "one", true);
    private static final SetUp TWO = new SetUp("two", "two", true);
    private static final SetUp THREE = new SetUp("three", "three", true);

    private final KeptSetUps kept = new KeptSetUps(2);

    @Test
    void whatIsThereIsNotSetUpAgain() {
        assertThat(kept.use(List.of(ONE, TWO))).containsExactly(ONE, TWO);
        assertThat(kept.use(List.of(TWO))).isEmpty();
        assertThat(kept.has("one")).isTrue();
    }

    @Test
    void theOneThatWasNotUsedForTheLongestTimeGoes() {
        kept.use(List.of(ONE));
        kept.use(List.of(TWO));
        kept.use(List.of(ONE));
        kept.use(List.of(THREE));
        assertThat(kept.has("two")).isFalse();
        assertThat(kept.use(List.of(ONE))).isEmpty();
    }

    @Test
    void whatIsDirtiedIsGone() {
        kept.use(List.of(ONE));
        assertThat(kept.use(List.of(new SetUp("one", "one", false)))).isEmpty();
        assertThat(kept.use(List.of(ONE))).containsExactly(ONE);
    }
}

package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetUpUseTest {
    private static final SetUp SHOP = new SetUp("spring:1", "Spring context of Shop", true);
    private static final SetUp DIRTIED = new SetUp("spring:1", "Spring context of Shop", false);
    private static final SetUp DATABASE = new SetUp("affinity:db", "@Affinity(\"db\")", true);
    private static final Map<String, List<SetUp>> NEEDS = Map.of(
            "a.A", List.of(SHOP),
            "a.B", List.of(SHOP, DATABASE),
            "a.Dirty", List.of(DIRTIED));

    private final SetUpUse use = new SetUpUse(name -> NEEDS.getOrDefault(name, List.of()), 8, () -> setUp -> 1_000);

    @BeforeEach
    void plan() {
        use.planned(List.of(unit("a.A")));
    }

    @Test
    void aWorkerSetsUpWhatItDoesNotHave() {
        start(1, "a.A");
        assertThat(use.setsUp(1)).containsExactly("Spring context of Shop");
        start(1, "a.B");
        assertThat(use.setsUp(1)).containsExactly("@Affinity(\"db\")");
        start(1, "a.Other");
        assertThat(use.setsUp(1)).isEmpty();
        start(2, "a.A");
        assertThat(use.setsUp(2)).containsExactly("Spring context of Shop");
        assertThat(lines())
                .containsExactly("mp: 3 set-ups of 2 kinds, about 3.0 s; 1 time the worker had it already, which saved"
                        + " about 1.0 s");
    }

    @Test
    void whatIsDirtiedAndWhatEndsWithItsWorkerIsSetUpAgain() {
        start(1, "a.A");
        start(1, "a.Dirty");
        assertThat(use.setsUp(1)).isEmpty();
        start(1, "a.A");
        assertThat(use.setsUp(1)).containsExactly("Spring context of Shop");
        use.workerEnded(1, 0);
        start(1, "a.A");
        assertThat(use.setsUp(1)).containsExactly("Spring context of Shop");
    }

    @Test
    void whereThereAreNoneNothingIsTold() {
        start(1, "a.Other");
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatNobodyHasIsYetToBePaid() {
        List<Unit> all = List.of(unit("a.A"), unit("a.B"), unit("a.Other"));
        use.planned(List.of(unit("a.Other")));
        assertThat(use.areThere()).isFalse();
        assertThat(use.unpaidMillis(all)).isZero();
        use.planned(all);
        assertThat(use.areThere()).isTrue();
        assertThat(use.unpaidMillis(all)).isEqualTo(2_000);
        start(1, "a.A");
        assertThat(use.setUpMillis(1)).isEqualTo(1_000);
        assertThat(use.unpaidMillis(all)).isEqualTo(1_000);
    }

    private static Unit unit(String name) {
        return new Unit(name, List.of(name));
    }

    private List<String> lines() {
        return use.lines();
    }

    private void start(int worker, String name) {
        use.unitStarted(worker, new Unit(name, List.of(name)));
    }
}

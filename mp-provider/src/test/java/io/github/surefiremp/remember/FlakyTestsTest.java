package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;
import io.github.surefiremp.model.TestKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlakyTestsTest {
    private final History history = new History();
    private final List<TestKey> ran = new ArrayList<>();

    @Test
    void tellsOfTestsThatPassAndFailByChance() {
        runs("shop.ShopTest", "pays", "PFPFPPPPP");
        runs("shop.ShopTest", "sells", "PPPP");
        runs("shop.ShopTest", "wasRepaired", "PFFP");
        runs("shop.ShopTest", "alwaysFails", "FFFF");
        assertThat(lines()).containsExactly("mp: flaky: ShopTest.pays (failed 2 of 9 runs)");
    }

    @Test
    void countsTestsThatPassedWhenTheyWereRepeated() {
        runs("shop.ShopTest", "pays", "PPR");
        assertThat(lines()).containsExactly("mp: flaky: ShopTest.pays (failed 1 of 3 runs)");
    }

    @Test
    void skippedRunsDoNotCount() {
        runs("shop.ShopTest$Inner", "pays", "PSFSPSF");
        assertThat(lines()).containsExactly("mp: flaky: ShopTest.Inner.pays (failed 2 of 4 runs)");
    }

    @Test
    void tellsOfFiveAndHowManyMoreThereAre() {
        for (int i = 0; i < 6; i++) {
            runs("shop.ShopTest", "pays" + i, "PFPF");
        }
        runs("shop.ZTest", "failsMost", "PFPFF");
        assertThat(lines())
                .hasSize(6)
                .startsWith("mp: flaky: ZTest.failsMost (failed 3 of 5 runs)")
                .endsWith("mp: flaky: and 2 more; mvn mp:history -Dmp.show=flaky shows all");
    }

    @Test
    void saysNothingOfTestsThatDidNotRun() {
        runs("shop.ShopTest", "pays", "PFPF");
        ran.clear();
        assertThat(lines()).isEmpty();
    }

    private List<String> lines() {
        return FlakyTests.lines(history, ran);
    }

    private void runs(String className, String method, String outcomes) {
        TestKey key = new TestKey("g:a", "surefire:default-test", className, method);
        ran.add(key);
        for (char outcome : outcomes.toCharArray()) {
            Measurement plain =
                    new Measurement(key, 1, outcome == 'F' ? "failed" : outcome == 'S' ? "skipped" : "passed");
            history.learn(outcome == 'R' ? plain.with(Remark.PASSED_AGAIN) : plain, 1);
        }
    }
}

package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.TestKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownPricesTest {
    private static final SetUp CONTEXT = new SetUp("spring:1", "a context", true);
    private static final SetUp OTHER = new SetUp("spring:2", "another context", true);

    private final History history = new History();
    private final Map<String, List<SetUp>> setUps = new HashMap<>();

    @Test
    void aSetUpCostsWhatAClassTookLongerThatHadToDoIt() {
        seen("a.A", 100, Occasion.WARM, CONTEXT);
        seen("a.A", 2_100, Occasion.SET_UP, CONTEXT);
        seen("a.B", 3_100, Occasion.COLD, CONTEXT);
        seen("a.B", 100, Occasion.WARM, CONTEXT);

        assertThat(prices().known("spring:1")).hasValue(2_000);
        assertThat(prices().millis(CONTEXT)).isEqualTo(2_000);
    }

    @Test
    void ofClassesThatWereAlwaysTheFirstOnesItIsWhatIsLeftWithoutWarmingUp() {
        seen("a.A", 3_000, Occasion.COLD, CONTEXT);
        test("a.A", 100);
        seen("a.B", 120, Occasion.WARM, CONTEXT);
        test("a.B", 100);

        // 3 s, less 120 ms in a warm JVM and 500 ms of warming up.
        assertThat(prices().known("spring:1")).hasValue(2_380);
    }

    @Test
    void whatWasNeverSeenCostsAsMuchAsTheOthers() {
        assertThat(prices().millis(CONTEXT)).isEqualTo(KnownPrices.DEFAULT_MILLIS);

        seen("a.A", 100, Occasion.WARM, CONTEXT);
        seen("a.A", 400, Occasion.SET_UP, CONTEXT);

        assertThat(prices().known("spring:2")).isEmpty();
        assertThat(prices().millis(OTHER)).isEqualTo(300);
    }

    @Test
    void ofSeveralItIsNotKnownWhichOneCostIt() {
        seen("a.A", 100, Occasion.WARM, CONTEXT, OTHER);
        seen("a.A", 400, Occasion.SET_UP, CONTEXT, OTHER);

        assertThat(prices().known("spring:1")).isEmpty();
    }

    private KnownPrices prices() {
        return new KnownPrices(new Expectations(history, "g:a", "surefire:default-test"), setUps);
    }

    private void seen(String name, long millis, Occasion occasion, SetUp... needed) {
        setUps.put(name, List.of(needed));
        history.learn(
                new Measurement(
                        new TestKey("g:a", "surefire:default-test", name, TestKey.WHOLE_CLASS), millis, "passed"),
                1,
                StartCost.UNKNOWN.with(500, 500, 0),
                Occasions.of(occasion, millis),
                Compiling.UNKNOWN);
    }

    private void test(String name, long millis) {
        history.learn(new Measurement(new TestKey("g:a", "surefire:default-test", name, "m"), millis, "passed"), 1);
    }
}

package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningNowTest {
    private static final Unit CART = new Unit("CartTest", List.of("shop.CartTest"));
    private static final Unit BOTH = new Unit("both", List.of("shop.ATest", "shop.BTest"));
    private static final Unit REST = new Unit("rest", List.of("shop.BTest"));

    private final Map<Unit, Double> expected = new HashMap<>(Map.of(CART, 90_000.0, BOTH, 30_000.0));
    private long nanos;
    private final RunningNow now = new RunningNow(() -> nanos, unit -> expected.getOrDefault(unit, -1.0));

    @Test
    void beforeThePlanItLooksForTests() {
        assertThat(now.get()).containsExactly("looks for tests");
    }

    @Test
    void tellsHowFarItIsAndWhatRunsLongest() {
        begin();
        now.reported(1, event(Kind.TEST_STARTED, "shop.CartTest", "adds"));
        after(20);
        now.unitStarted(2, BOTH);
        now.reported(2, event(Kind.TEST_STARTED, "shop.ATest", "a"));
        now.reported(2, event(Kind.FAILED, "shop.ATest", "a"));
        now.reported(2, event(Kind.TEST_STARTED, "shop.ATest", "b"));
        after(5);

        assertThat(now.get())
                .containsExactly(
                        "0 of 3 classes, 1 test, 1 failed, about 1 min 5 s left", "CartTest.adds 25 s", "ATest.b 5 s");
    }

    @Test
    void theWorkIsSpreadOverTheWorkers() {
        begin();
        // 90 s and 30 s on two workers: 90 s, because the longest cannot be spread.
        assertThat(now.get().get(0)).endsWith("about 1 min 30 s left");
        after(80);
        assertThat(now.get().get(0)).endsWith("about 30 s left");
    }

    @Test
    void withoutHistoryItPromisesNothing() {
        expected.remove(BOTH);
        begin();

        assertThat(now.get()).containsExactly("0 of 3 classes, 0 tests", "CartTest 0 s");
    }

    @Test
    void aClassIsDoneWhenAllOfItIsAlsoAfterItsWorkerWasLost() {
        begin();
        now.unitEnded(1, CART);
        now.unitStarted(2, BOTH);
        expected.put(REST, 1_000.0);
        now.restPlanned(2, BOTH, REST);
        now.unitLost(2, BOTH, "killed");
        now.workerEnded(2, 137);
        assertThat(now.get().get(0)).startsWith("2 of 3 classes");

        now.unitStarted(1, REST);
        now.unitEnded(1, REST);
        assertThat(now.get().get(0)).startsWith("3 of 3 classes");
    }

    @Test
    void anEndedRunTellsNothing() {
        begin();
        now.close();

        assertThat(now.get()).isEmpty();
    }

    @Test
    void aUnitThatCameBackFromElsewhereIsTheSame() {
        begin();
        now.unitStarted(2, new Unit("both", List.of("shop.ATest", "shop.BTest")));
        assertThat(now.get().get(0)).endsWith("about 1 min 30 s left");
    }

    @Test
    void testsOfOneNameAreSeveral() {
        begin();
        now.reported(1, invocation(Kind.TEST_STARTED, 1));
        now.reported(1, invocation(Kind.TEST_STARTED, 2));
        now.reported(1, invocation(Kind.PASSED, 1));

        assertThat(now.get().subList(1, 2)).containsExactly("CartTest.adds 0 s");
    }

    private ReportEvent invocation(Kind kind, long testId) {
        return new ReportEvent(kind, "shop.CartTest", "adds", 0, nanos, false, testId, null);
    }

    private void begin() {
        now.planned(List.of(CART, BOTH));
        now.workerStarted(1, 11);
        now.workerStarted(2, 12);
        now.unitStarted(1, CART);
    }

    private void after(int seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    private ReportEvent event(Kind kind, String className, String method) {
        return new ReportEvent(kind, className, method, 0, nanos, false, null);
    }
}

package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SlowTestsTest {
    private final List<String> notices = new ArrayList<>();
    private final FakeWorker worker = new FakeWorker(3, new FakeWorker.Script() {}, (from, event) -> {});
    private final Progress progress = new Progress(new Unit("a.A", List.of("a.A")), 0);
    private OptionalLong usual = OptionalLong.empty();

    @Example
    void aTestThatTakesLongerThanAllowedIsNamed() {
        SlowTests slow = slowTests(5);
        tell(Kind.SET_STARTED, "", 1);
        tell(Kind.TEST_STARTED, "hangs", 2);

        assertThat(slow.overdue(worker, progress, seconds(7))).isEmpty();
        assertThat(slow.overdue(worker, progress, seconds(7) + 1))
                .isEqualTo("mp.testTimeout=5: a.A#hangs took longer, so worker 3 (pid 1003) was ended");
    }

    @Example
    void aTestThatHasEndedIsNotOverdueAndNeitherIsTheNextOne() {
        SlowTests slow = slowTests(5);
        tell(Kind.SET_STARTED, "", 0);
        tell(Kind.TEST_STARTED, "first", 0);
        tell(Kind.PASSED, "first", 4);
        tell(Kind.TEST_STARTED, "second", 4);

        assertThat(slow.overdue(worker, progress, seconds(9))).isEmpty();
    }

    @Example
    void aSetUpCountsLikeATest() {
        SlowTests slow = slowTests(5);
        tell(Kind.SET_STARTED, "", 1);

        assertThat(slow.overdue(worker, progress, seconds(6))).isEmpty();
        assertThat(slow.overdue(worker, progress, seconds(7)))
                .startsWith("mp.testTimeout=5: a set-up or tear-down of a.A took longer");
    }

    @Example
    void outputIsNoSignOfATestsEnd() {
        SlowTests slow = slowTests(5);
        tell(Kind.SET_STARTED, "", 0);
        tell(Kind.OUTPUT, "", 5);

        assertThat(slow.overdue(worker, progress, seconds(6))).isNotEmpty();
    }

    @Example
    void theUserIsToldOncePerTestAndInterval() {
        SlowTests slow = slowTests(0);
        tell(Kind.SET_STARTED, "", 0);
        tell(Kind.TEST_STARTED, "slow", 0);

        for (int second = 0; second <= 500; second++) {
            assertThat(slow.overdue(worker, progress, seconds(second))).isEmpty();
        }

        assertThat(notices)
                .containsExactly(
                        "mp: a.A#slow runs for 60 s now, in worker 3 (pid 1003)",
                        "mp: a.A#slow runs for 120 s now, in worker 3 (pid 1003)",
                        "mp: a.A#slow runs for 240 s now, in worker 3 (pid 1003)",
                        "mp: a.A#slow runs for 480 s now, in worker 3 (pid 1003)");
    }

    @Example
    void whatUsuallyTakesLongIsToldOfLater() {
        usual = OptionalLong.of(100_000);
        SlowTests slow = slowTests(0);
        tell(Kind.SET_STARTED, "", 0);
        tell(Kind.TEST_STARTED, "slow", 0);

        slow.overdue(worker, progress, seconds(199));
        assertThat(notices).isEmpty();
        slow.overdue(worker, progress, seconds(200));
        assertThat(notices)
                .containsExactly("mp: a.A#slow runs for 200 s now, in worker 3 (pid 1003); usually it takes 100 s");
    }

    @Example
    void aMachineThatSleepsAgesNoTest() {
        long[] clock = {seconds(1_000)};
        AwakeClock awake = new AwakeClock(() -> clock[0]);
        awake.begin();
        clock[0] += seconds(1);
        awake.look();
        clock[0] += seconds(3_600);
        awake.look();

        assertThat(awake.nanos()).isEqualTo(seconds(1) + AwakeClock.LONGEST_GAP_NANOS);
    }

    /** Whatever the clock does, the time that counts never goes back and never runs ahead. */
    @Property
    void theTimeThatCountsOnlyGrowsAndOnlySlowly(@ForAll List<Long> jumps) {
        long[] clock = {0};
        AwakeClock awake = new AwakeClock(() -> clock[0]);
        awake.begin();
        long before = 0;
        for (long jump : jumps) {
            clock[0] += jump;
            awake.look();
            assertThat(awake.nanos()).isBetween(before, before + AwakeClock.LONGEST_GAP_NANOS);
            before = awake.nanos();
        }
    }

    private SlowTests slowTests(int limit) {
        return new SlowTests(new TestTimes(limit, (className, method) -> usual, notices::add));
    }

    private void tell(Kind kind, String method, long second) {
        progress.told(new ReportEvent(kind, "a.A", method, 0, 0, false, null), seconds(second));
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }
}

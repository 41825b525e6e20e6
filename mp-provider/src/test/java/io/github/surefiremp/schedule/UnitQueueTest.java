package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnitQueueTest {
    private static final LockNeed ALONE = new LockNeed(LockNeed.GLOBAL, true);
    private static final LockNeed READS = new LockNeed("db", false);
    private static final LockNeed WRITES = new LockNeed("db", true);
    private static final LockNeed WRITES_OTHER = new LockNeed("port", true);

    private static final Unit A = unit("a");
    private static final Unit B = unit("b");

    @Example
    void unitsAreTakenInTheirOrder() {
        UnitQueue queue = new UnitQueue(List.of(B, A));

        assertThat(queue.take(1, false)).contains(B);
        assertThat(queue.waiting()).containsExactly(A);
        assertThat(queue.running()).containsExactly(B);
        assertThat(queue.take(1, true)).contains(A);
        assertThat(queue.take(1, true)).isEmpty();
    }

    @Property
    void whatIsGivenBackWaitsAgainInItsPlace(@ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        List<Unit> units = IntStream.range(0, size).mapToObj(i -> unit("u" + i)).toList();
        UnitQueue queue = new UnitQueue(units);
        Random random = new Random(seed);
        List<Unit> taken = new ArrayList<>();
        for (int i = random.nextInt(size + 1); i > 0; i--) {
            taken.add(queue.takeAhead(1, unit -> true).orElseThrow());
        }
        Collections.shuffle(taken, random);
        List<Unit> kept = taken.subList(0, random.nextInt(taken.size() + 1));

        taken.subList(kept.size(), taken.size()).forEach(queue::giveBack);

        List<Unit> left = new ArrayList<>();
        for (Optional<Unit> next = queue.take(1, false); next.isPresent(); next = queue.take(1, false)) {
            left.add(next.get());
        }
        assertThat(left)
                .containsExactlyElementsOf(
                        units.stream().filter(unit -> !kept.contains(unit)).toList());
    }

    @Example
    void aheadThereIsNothingThatDependsOnOthers() {
        assertThat(new UnitQueue(List.of(locking("a", READS))).takeAhead(1, unit -> true))
                .isEmpty();
        assertThat(new UnitQueue(List.of(locking("a", ALONE))).takeAhead(1, unit -> true))
                .isEmpty();
        assertThat(new UnitQueue(List.of(isolated("a", "group"))).takeAhead(1, unit -> true))
                .isEmpty();
        assertThat(new UnitQueue(List.of(unit("a", "", Strategy.FREE, Set.of(), true))).takeAhead(1, unit -> true))
                .isEmpty();
        assertThat(new UnitQueue(List.of(A)).takeAhead(1, unit -> false)).isEmpty();
        assertThat(new UnitQueue(List.of(A)).takeAhead(1, unit -> true)).contains(A);
    }

    @Example
    void aQueueOfNothingHasNothingForAnyone() {
        UnitQueue queue = new UnitQueue(List.of());

        assertThat(queue.take(1, true)).isEmpty();
        assertThat(queue.has(1, true)).isFalse();
        assertThat(queue.isIsolated()).isFalse();
    }

    @Example
    void aUnitThatEndedIsNoLongerRunning() {
        UnitQueue queue = new UnitQueue(List.of(A, B));
        queue.take(1, false);
        queue.take(1, false);

        queue.done(A);
        queue.lost(B);

        assertThat(queue.running()).isEmpty();
        assertThat(queue.doneCount()).isEqualTo(1);
        assertThat(queue.lost()).containsExactly(B);
    }

    @Example
    void whatWaitsCanBeSkippedAndWhatRunsGoesOn() {
        UnitQueue queue = new UnitQueue(List.of(A, B));
        queue.take(1, false);

        queue.skipWaiting();

        assertThat(queue.has(1, true)).isFalse();
        assertThat(queue.take(1, true)).isEmpty();
        assertThat(queue.skippedCount()).isEqualTo(1);
        queue.done(A);
        assertThat(queue.doneCount()).isEqualTo(1);
    }

    @Example
    void unitsWithoutLocksCanAllRunAtOnce() {
        UnitQueue queue = new UnitQueue(List.of(A, B));

        assertThat(queue.atOnce(9)).isEqualTo(2);
        assertThat(queue.atOnce(1)).isEqualTo(1);
        queue.take(1, false);
        assertThat(queue.atOnce(9)).isEqualTo(2);
        queue.done(A);
        assertThat(queue.atOnce(9)).isEqualTo(1);
    }

    @Example
    void unitsThatWriteTheSameLockCannot() {
        UnitQueue queue = new UnitQueue(List.of(
                locking("w1", WRITES),
                locking("w2", WRITES),
                locking("w3", WRITES, WRITES_OTHER),
                locking("r", READS)));

        assertThat(queue.atOnce(9)).isEqualTo(1 + 2);
    }

    @Example
    void aUnitThatRunsAloneIsOne() {
        assertThat(new UnitQueue(List.of(locking("a", ALONE), locking("b", ALONE))).atOnce(9))
                .isEqualTo(1);
        assertThat(new UnitQueue(List.of()).atOnce(9)).isZero();
    }

    @Example
    void aWaitingUnitCannotEnd() {
        UnitQueue queue = new UnitQueue(List.of(A));

        assertThatThrownBy(() -> queue.done(A))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unit a cannot become done: it is waiting");
        assertThatThrownBy(() -> queue.lost(A))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("unit a cannot become lost: it is waiting");
        assertThat(queue.waiting()).containsExactly(A);
    }

    @Example
    void aUnitEndsOnce() {
        UnitQueue queue = new UnitQueue(List.of(A));
        queue.take(1, false);
        queue.done(A);

        assertThatThrownBy(() -> queue.lost(A)).hasMessage("unit a cannot become lost: it is done");
        assertThatThrownBy(() -> queue.done(A)).hasMessage("unit a cannot become done: it is done");
        assertThat(queue.lost()).isEmpty();
        assertThat(queue.doneCount()).isEqualTo(1);
    }

    @Example
    void aSkippedUnitCannotEnd() {
        UnitQueue queue = new UnitQueue(List.of(A));
        queue.skipWaiting();

        assertThatThrownBy(() -> queue.done(A)).hasMessage("unit a cannot become done: it is skipped");
    }

    @Example
    void anUnknownUnitCannotEnd() {
        UnitQueue queue = new UnitQueue(List.of(A));
        queue.take(1, false);

        assertThatThrownBy(() -> queue.done(unit("stranger"))).hasMessageContaining("unit stranger");
        assertThatThrownBy(() -> queue.done(new Unit("a", List.of("another.Class"))))
                .hasMessageContaining("unit a cannot become done: it is not in this queue");
        assertThat(queue.running()).containsExactly(A);
    }

    @Example
    void twoUnitsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new UnitQueue(List.of(A, new Unit("a", List.of("x.Y")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
        assertThatThrownBy(() -> new UnitQueue(List.of(A, isolated("a", "group"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void whatItShowsIsACopy() {
        UnitQueue queue = new UnitQueue(List.of(A, B));
        List<Unit> before = queue.waiting();

        queue.take(1, false);

        assertThat(before).containsExactly(A, B);
    }

    @Example
    void isolatedGroupsAreFirstOneAfterAnother() {
        Unit x1 = isolated("x1", "x");
        Unit y1 = isolated("y1", "y");
        Unit x2 = isolated("x2", "x");
        UnitQueue queue = new UnitQueue(List.of(A, x1, y1, x2));

        assertThat(queue.waiting()).containsExactly(x1, x2, y1, A);
        assertThat(takeAll(queue)).containsExactly(x1, x2);
        queue.done(x2);
        assertThat(queue.take(1, true)).isEmpty();
        queue.lost(x1);
        assertThat(takeAll(queue)).containsExactly(y1);
        queue.done(y1);
        assertThat(takeAll(queue)).containsExactly(A);
    }

    @Example
    void itIsIsolatedUntilTheLastOfTheGroupHasEnded() {
        Unit x = isolated("x", "x");
        UnitQueue queue = new UnitQueue(List.of(A, x));

        assertThat(queue.isIsolated()).isTrue();
        queue.take(1, false);
        assertThat(queue.isIsolated()).isTrue();
        queue.done(x);
        assertThat(queue.isIsolated()).isFalse();
    }

    @Example
    void anIsolatedGroupThatRunsIsStillIsolatedWhenTheRestIsSkipped() {
        Unit x = isolated("x", "x");
        UnitQueue queue = new UnitQueue(List.of(x, isolated("y", "y"), A));
        queue.take(1, false);

        queue.skipWaiting();

        assertThat(queue.isIsolated()).isTrue();
        queue.done(x);
        assertThat(queue.isIsolated()).isFalse();
    }

    @Example
    void aSkippedIsolatedGroupNoLongerIsolates() {
        UnitQueue queue = new UnitQueue(List.of(isolated("x", "x"), A));

        queue.skipWaiting();

        assertThat(queue.isIsolated()).isFalse();
        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.skippedCount()).isEqualTo(2);
    }

    @Example
    void readersRunBesideEachOtherAndAWriterDoesNot() {
        Unit first = locking("first", READS);
        Unit second = locking("second", READS);
        Unit writer = locking("writer", WRITES);
        UnitQueue queue = new UnitQueue(List.of(first, second, writer));

        assertThat(takeAll(queue)).containsExactly(first, second);
        queue.done(first);
        assertThat(queue.take(1, true)).isEmpty();
        queue.done(second);
        assertThat(takeAll(queue)).containsExactly(writer);
    }

    @Example
    void twoWritersRunOneAfterTheOtherAndWhatNeedsNothingPassesThem() {
        Unit first = locking("first", WRITES);
        Unit second = locking("second", WRITES);
        UnitQueue queue = new UnitQueue(List.of(first, second, A));

        assertThat(takeAll(queue)).containsExactly(first, A);
        queue.lost(first);
        assertThat(takeAll(queue)).containsExactly(second);
    }

    @Example
    void whatIsLeftOfALostUnitIsTheNextOneInItsPhase() {
        Unit isolated = new Unit("i", List.of(ClassPart.whole("i")), "db", Strategy.ISOLATED_FREE, Set.of(), false);
        Unit rest = new Unit("i (rest)", isolated.parts(), "db", Strategy.ISOLATED_FREE, Set.of(), false);
        Unit restOfA = new Unit("a (rest)", A.parts(), "", Strategy.FREE, Set.of(), false);
        UnitQueue queue = new UnitQueue(List.of(A, B, isolated));

        assertThat(takeAll(queue)).containsExactly(isolated);
        queue.lost(isolated, rest);
        assertThat(queue.isIsolated()).isTrue();
        assertThat(takeAll(queue)).containsExactly(rest);
        queue.done(rest);
        assertThat(queue.take(1, false)).contains(A);
        queue.lost(A, restOfA);
        assertThat(takeAll(queue)).containsExactly(restOfA, B);
        assertThat(queue.lost()).containsExactly(isolated, A);
        assertThatThrownBy(() -> queue.lost(B, rest)).hasMessage("two units have the name i (rest)");
    }

    @Example
    void aReaderDoesNotOvertakeAWriterThatWaits() {
        Unit reader = locking("reader", READS);
        Unit writer = locking("writer", WRITES);
        Unit late = locking("late", READS);
        UnitQueue queue = new UnitQueue(List.of(reader, writer, late));

        assertThat(takeAll(queue)).containsExactly(reader);
        queue.done(reader);
        assertThat(takeAll(queue)).containsExactly(writer);
        queue.done(writer);
        assertThat(takeAll(queue)).containsExactly(late);
    }

    @Example
    void whoIsBlockedByAReservationReservesToo() {
        Unit runs = locking("runs", WRITES);
        Unit both = locking("both", WRITES, WRITES_OTHER);
        Unit other = locking("other", WRITES_OTHER);
        UnitQueue queue = new UnitQueue(List.of(runs, both, other));

        assertThat(takeAll(queue)).containsExactly(runs);
        queue.done(runs);
        assertThat(takeAll(queue)).containsExactly(both);
    }

    @Example
    void whatMustRunAloneIsFirstOfWhatIsNotIsolated() {
        Unit alone = locking("alone", ALONE);
        Unit x = isolated("x", "x");
        UnitQueue queue = new UnitQueue(List.of(A, alone, B, x));

        assertThat(queue.waiting()).containsExactly(x, alone, A, B);
        assertThat(takeAll(queue)).containsExactly(x);
        queue.done(x);
        assertThat(takeAll(queue)).containsExactly(alone);
        queue.done(alone);
        assertThat(takeAll(queue)).containsExactly(A, B);
    }

    @Example
    void whatMustRunAloneWithinAnIsolatedGroupDrainsTheGroup() {
        Unit first = unit("first", "x", Strategy.ISOLATED_FREE, Set.of(), false);
        Unit alone = unit("alone", "x", Strategy.ISOLATED_FREE, Set.of(ALONE), false);
        Unit last = unit("last", "x", Strategy.ISOLATED_FREE, Set.of(), false);
        UnitQueue queue = new UnitQueue(List.of(first, alone, last));

        assertThat(takeAll(queue)).containsExactly(first);
        queue.done(first);
        assertThat(takeAll(queue)).containsExactly(alone);
        queue.done(alone);
        assertThat(takeAll(queue)).containsExactly(last);
    }

    @Example
    void aUnitThatNeedsAFreshJvmWaitsForAnUnusedWorkerAndReservesNothing() {
        Unit fresh = unit("fresh", "", Strategy.FREE, Set.of(WRITES), true);
        Unit writer = locking("writer", WRITES);
        UnitQueue queue = new UnitQueue(List.of(fresh, writer));

        assertThat(queue.has(1, true)).isTrue();
        assertThat(queue.take(1, false)).contains(writer);
        assertThat(queue.has(1, true)).isFalse();
        queue.done(writer);
        assertThat(queue.has(1, false)).isFalse();
        assertThat(queue.take(1, true)).contains(fresh);
    }

    @Example
    void aUnitThatNeedsAFreshJvmReservesItsLocksWhileTheyAreWhatItWaitsFor() {
        Unit runs = locking("runs", WRITES);
        Unit fresh = unit("fresh", "", Strategy.FREE, Set.of(WRITES, WRITES_OTHER), true);
        Unit other = locking("other", WRITES_OTHER);
        UnitQueue queue = new UnitQueue(List.of(runs, fresh, other));
        queue.take(1, false);

        assertThat(queue.has(1, false)).isFalse();
        queue.done(runs);
        assertThat(queue.take(1, false)).contains(other);
    }

    /** Whatever the steps: each unit is taken once at most and is in one state at any time. */
    @Property
    void everyUnitIsInExactlyOneState(
            @ForAll @IntRange(min = 0, max = 20) int size, @ForAll List<@IntRange(min = 0, max = 9) Integer> steps) {
        List<Unit> all = IntStream.range(0, size)
                .mapToObj(i -> i % 7 == 3 ? isolated("u" + i, "g" + i % 2) : unit("u" + i))
                .toList();
        UnitQueue queue = new UnitQueue(all);
        List<Unit> taken = new ArrayList<>();
        for (int step : steps) {
            List<Unit> running = queue.running();
            if (step < 5) {
                queue.take(1, false).ifPresent(taken::add);
            } else if (step < 7 && !running.isEmpty()) {
                queue.done(running.get(step % running.size()));
            } else if (step < 9 && !running.isEmpty()) {
                queue.lost(running.get(step % running.size()));
            } else if (step == 9) {
                queue.skipWaiting();
            }
            assertThat(queue.waitingCount()).isEqualTo(queue.waiting().size());
            assertThat(queue.runningCount()).isEqualTo(queue.running().size());
            int inAState = queue.waitingCount()
                    + queue.runningCount()
                    + queue.lost().size()
                    + queue.doneCount()
                    + queue.skippedCount();
            assertThat(inAState).isEqualTo(size);
            assertThat(taken).doesNotHaveDuplicates().containsAll(queue.running());
        }
    }

    private static List<Unit> takeAll(UnitQueue queue) {
        List<Unit> taken = new ArrayList<>();
        while (queue.has(1, true)) {
            taken.add(queue.take(1, true).orElseThrow());
        }
        assertThat(queue.take(1, true)).isEmpty();
        return taken;
    }

    private static Unit unit(String name) {
        return unit(name, "", Strategy.FREE, Set.of(), false);
    }

    private static Unit isolated(String name, String group) {
        return unit(name, group, Strategy.ISOLATED_FREE, Set.of(), false);
    }

    private static Unit locking(String name, LockNeed... locks) {
        return unit(name, "", Strategy.FREE, Set.of(locks), false);
    }

    private static Unit unit(String name, String group, Strategy strategy, Set<LockNeed> locks, boolean fresh) {
        return new Unit(name, List.of(ClassPart.whole("some.Class_" + name)), group, strategy, locks, fresh);
    }
}

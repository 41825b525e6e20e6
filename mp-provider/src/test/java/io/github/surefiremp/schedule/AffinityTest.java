package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which worker gets which unit, where units need set-ups. */
class AffinityTest {
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Double> millis = new HashMap<>();
    private final Map<String, List<SetUp>> setUps = new HashMap<>();
    private final Map<String, Double> prices = new HashMap<>();
    private int perWorker = 8;
    private double partOfMachine;

    private Unit unit(String name, double warm, String... keys) {
        return unit(new Unit(name, List.of(name)), warm, keys);
    }

    /** @param keys with a minus in front those that are not kept */
    private Unit unit(Unit unit, double warm, String... keys) {
        units.add(unit);
        millis.put(unit.name(), warm);
        List<SetUp> needed = new ArrayList<>();
        for (String key : keys) {
            boolean kept = !key.startsWith("-");
            needed.add(new SetUp(kept ? key : key.substring(1), "some context", kept));
        }
        setUps.put(unit.name(), needed);
        return unit;
    }

    /** Units of one family, the longer first. */
    private List<Unit> family(String key, double price, double... warm) {
        prices.put(key, price);
        return IntStream.range(0, warm.length)
                .mapToObj(i -> unit(key + i, warm[i], key))
                .toList();
    }

    private static Unit with(String name, Set<LockNeed> locks, boolean freshJvm) {
        return new Unit(name, List.of(ClassPart.whole(name)), "", Strategy.FREE, locks, freshJvm);
    }

    /** A queue with so little to do that it makes a plan. */
    private UnitQueue planned() {
        return new UnitQueue(
                units,
                new SetUpPrices(
                        unit -> setUps.getOrDefault(unit.name(), List.of()),
                        unit -> millis.getOrDefault(unit.name(), 0.0),
                        setUp -> prices.getOrDefault(setUp.key(), 0.0),
                        perWorker,
                        partOfMachine));
    }

    /** A queue that makes no plan, because of a unit that no used worker gets. */
    private UnitQueue ruled(int workers) {
        unit(with("some fresh one", Set.of(), true), 0);
        UnitQueue queue = planned();
        IntStream.rangeClosed(1, workers).forEach(queue::comes);
        return queue;
    }

    @Test
    void aWorkerGoesOnWithWhatItHasSetUp() {
        List<Unit> a = family("a", 5, 10, 9, 8);
        List<Unit> b = family("b", 5, 10, 8, 7);
        UnitQueue queue = ruled(2);

        for (int i = 0; i < 3; i++) {
            assertThat(queue.take(1, false)).contains(a.get(i));
            assertThat(queue.take(2, false)).contains(b.get(i));
            queue.done(a.get(i));
            queue.done(b.get(i));
        }
    }

    @Test
    void theFamilyThatTakesLongestInAllIsBegunFirst() {
        family("a", 1, 50);
        List<Unit> b = family("b", 10, 20, 20, 20);
        Unit keyless = unit("keyless", 60);
        UnitQueue queue = ruled(3);

        assertThat(queue.take(1, false)).contains(b.get(0));
        assertThat(queue.take(2, false)).contains(keyless);
        assertThat(queue.take(3, false).map(Unit::name)).contains("a0");
    }

    @Test
    void aWorkerWaitsIfTheOneThatHasTheSetUpWillBeDoneEarlier() {
        List<Unit> a = family("a", 100, 10, 10, 10);
        UnitQueue queue = ruled(2);
        queue.take(1, false);
        queue.done(a.get(0));
        queue.take(1, false);

        assertThat(queue.has(2, false)).isFalse();
        assertThat(queue.take(2, false)).isEmpty();
        assertThat(queue.waitsForSetUp(2, false)).isTrue();
        queue.done(a.get(1));
        assertThat(queue.waitsForSetUp(1, false)).isFalse();
        assertThat(queue.take(1, false)).contains(a.get(2));
    }

    @Test
    void aWorkerThatHasToPayBesideTheOtherOneIsStillInTimeWhileThatPaysItself() {
        List<Unit> a = family("a", 100, 10, 10, 10);
        UnitQueue queue = ruled(2);
        queue.take(1, false);

        // 110 and 120, instead of 130.
        assertThat(queue.take(2, false)).contains(a.get(1));
    }

    @Test
    void aWorkerPaysForASetUpAgainIfTheRunEndsEarlier() {
        List<Unit> a = family("a", 5, 10, 10, 10);
        UnitQueue queue = ruled(2);
        queue.take(1, false);

        assertThat(queue.take(2, false)).contains(a.get(1));
    }

    @Test
    void aWorkerDoesNotPayAgainWhereTheCoresAreBusyAnyway() {
        partOfMachine = 1;
        family("spring:a", 100, 300, 300, 300, 300);
        UnitQueue queue = planned();
        queue.comes(1);
        queue.comes(2);

        assertThat(queue.take(1, true)).isPresent();
        assertThat(queue.take(2, true)).isEmpty();
        assertThat(queue.waitsForSetUp(2, true)).isTrue();

        partOfMachine = 0.5;
        UnitQueue roomy = planned();
        roomy.comes(1);
        roomy.comes(2);
        assertThat(roomy.take(1, true)).isPresent();
        assertThat(roomy.take(2, true)).isPresent();
    }

    @Test
    void byTheRulesToo() {
        partOfMachine = 1;
        family("spring:a", 100, 300, 300, 300, 300);
        UnitQueue queue = ruled(2);

        assertThat(queue.take(1, false)).isPresent();
        assertThat(queue.take(2, false)).isEmpty();
    }

    @Test
    void aWorkerDoesNotPayAgainWhereSomethingElseEndsLaterAnyway() {
        family("a", 5, 10, 10, 10);
        Unit longest = unit("longest", 500);
        UnitQueue queue = ruled(3);

        assertThat(queue.take(1, false)).contains(longest);
        queue.take(2, false);
        assertThat(queue.waitsForSetUp(3, false)).isTrue();
    }

    @Test
    void whatThatWorkerWouldEndInTimeIsShorterThanTheFirst() {
        List<Unit> a = family("a", 8, 30, 20, 3, 3);
        UnitQueue queue = ruled(2);
        queue.take(1, false);
        queue.done(a.get(0));
        queue.take(1, false);
        // 20 and 6 are left for one worker.
        assertThat(queue.take(2, false)).contains(a.get(2));
    }

    @Test
    void whatALostWorkerHadSetUpIsSetUpAnew() {
        List<Unit> a = family("a", 100, 10, 10, 10);
        UnitQueue queue = ruled(2);
        queue.take(1, false);
        queue.gone(1);
        queue.lost(a.get(0));

        assertThat(queue.take(2, false)).contains(a.get(1));
    }

    @Test
    void aWorkerThatWaitsGetsTheRestIfTheOtherOneIsToldToFinish() {
        List<Unit> a = family("a", 100, 10, 10, 10);
        UnitQueue queue = planned();
        queue.comes(1);
        queue.comes(2);
        queue.take(1, false);
        queue.done(a.get(0));
        queue.take(1, false);
        assertThat(queue.waitsForSetUp(2, false)).isTrue();
        queue.done(a.get(1));
        assertThat(queue.waitsForSetUp(2, false)).isTrue();

        queue.gone(1);

        assertThat(queue.take(2, false)).contains(a.get(2));
    }

    @Test
    void aLongUnitThatAnyWorkerCanRunGoesBeforeWhatCanWait() {
        family("a", 5, 10, 10, 10);
        Unit longest = unit("longest", 20);
        UnitQueue queue = ruled(1);
        queue.comes(2);
        Unit first = queue.take(1, false).orElseThrow();
        queue.done(first);
        // 10 + 20 is more than half of 40.
        assertThat(queue.take(1, false)).contains(longest);
    }

    @Test
    void aShortOneDoesNot() {
        List<Unit> a = family("a", 5, 10, 10, 10);
        unit("short", 2);
        UnitQueue queue = ruled(1);
        queue.take(1, false);
        queue.done(a.get(0));

        assertThat(queue.take(1, false)).contains(a.get(1));
    }

    @Test
    void theSetUpThatWasNotUsedForLongestGoesIfAWorkerHasTooMany() {
        perWorker = 2;
        List<Unit> a = family("a", 5, 10, 10);
        List<Unit> b = family("b", 5, 9);
        List<Unit> c = family("c", 5, 8, 8);
        UnitQueue queue = ruled(1);
        for (Unit unit : List.of(a.get(0), a.get(1), c.get(0), c.get(1), b.get(0))) {
            assertThat(queue.take(1, false)).contains(unit);
            queue.done(unit);
        }
        Unit more = unit("a9", 1, "a");
        Unit other = unit("c9", 1, "c");
        queue.add(List.of(more, other));

        assertThat(queue.take(1, false)).as("which is still there").contains(other);
        assertThat(queue.takeAhead(1, unit -> true)).as("which is not").isEmpty();
    }

    @Test
    void ahead_aWorkerIsToldOnlyOfWhatItHasSetUp() {
        List<Unit> a = family("a", 5, 10, 10);
        List<Unit> b = family("b", 5, 9);
        UnitQueue queue = ruled(1);
        queue.take(1, false);

        assertThat(queue.takeAhead(1, unit -> true)).contains(a.get(1));
        assertThat(queue.takeAhead(1, unit -> true)).isEmpty();
        queue.giveBack(a.get(1));
        queue.done(a.get(0));
        assertThat(queue.take(1, false)).contains(a.get(1));
        queue.done(a.get(1));
        assertThat(queue.take(1, false)).contains(b.get(0));
    }

    @Test
    void whatIsNotKeptDrawsNothingToItsWorker() {
        prices.put("a", 50.0);
        unit("one", 10, "-a");
        Unit two = unit("two", 10, "-a");
        UnitQueue queue = ruled(2);
        queue.take(1, false);

        assertThat(queue.take(2, false)).contains(two);
        assertThat(queue.takeAhead(1, unit -> true)).isEmpty();
    }

    @Test
    void whatSpoilsASetUpComesAfterThoseThatNeedIt() {
        prices.put("a", 5.0);
        Unit spoils = unit("spoils", 30, "-a");
        unit("first", 40, "a");
        Unit second = unit("second", 10, "a");
        UnitQueue queue = ruled(1);
        Unit first = queue.take(1, false).orElseThrow();
        queue.done(first);

        assertThat(first.name()).isEqualTo("first");
        assertThat(queue.take(1, false)).contains(second);
        queue.done(second);
        assertThat(queue.take(1, false)).contains(spoils);
    }

    @Test
    void aUnitThatNeedsAFreshJvmDoesNotWaitForAnyWorker() {
        prices.put("a", 100.0);
        unit("one", 10, "a");
        Unit fresh = unit(with("fresh", Set.of(), true), 10, "a");
        UnitQueue queue = planned();
        queue.take(1, false);

        assertThat(queue.take(2, true)).contains(fresh);
        assertThat(queue.wantsUnused(2)).isFalse();
    }

    @Test
    void aWorkerDoesNotMakeRoomForAFreshJvmBeforeItHasDoneWhatItHasSetUp() {
        prices.put("a", 100.0);
        Unit fresh = unit(with("fresh", Set.of(), true), 10);
        Unit one = unit("one", 10, "a");
        Unit two = unit("two", 10, "a");
        UnitQueue queue = planned();
        IntStream.rangeClosed(1, 3).forEach(queue::comes);
        assertThat(queue.take(1, false)).contains(one);
        queue.done(one);

        assertThat(queue.wantsUnused(1)).isFalse();
        assertThat(queue.take(1, false)).contains(two);
        queue.done(two);
        assertThat(queue.wantsUnused(1)).isTrue();
        assertThat(queue.take(2, true)).contains(fresh);
    }

    @Test
    void noUnitGetsInTheWayOfOneThatIsLeftToAnotherWorker() {
        prices.put("a", 100.0);
        Set<LockNeed> writes = Set.of(new LockNeed("db", true));
        unit("one", 10, "a");
        Unit next = unit("next", 10, "a");
        unit(with("two", writes, false), 10, "a");
        Unit reads = unit(with("reads", Set.of(new LockNeed("db", false)), false), 5);
        UnitQueue queue = ruled(2);
        assertThat(queue.take(1, false).map(Unit::name)).contains("one");
        queue.done(units.get(0));
        assertThat(queue.take(1, false)).contains(next);

        assertThat(queue.take(2, false))
                .as("it would keep the other one waiting")
                .isEmpty();
        queue.done(next);
        assertThat(queue.take(1, false).map(Unit::name)).contains("two");
        assertThat(queue.take(2, false)).isEmpty();
        queue.done(units.get(2));
        assertThat(queue.take(2, false)).contains(reads);
    }

    @Test
    void aSetUpThatAllNeedIsAReasonToGoOnWhereItIs() {
        prices.put("db", 100.0);
        prices.put("a", 1.0);
        prices.put("b", 1.0);
        Unit a = unit("a0", 10, "db", "a");
        Unit more = unit("a1", 10, "db", "a");
        Unit b = unit("b0", 10, "db", "b");
        UnitQueue queue = ruled(2);
        assertThat(queue.take(1, false)).contains(a);
        queue.done(a);
        assertThat(queue.take(1, false)).contains(more);

        assertThat(queue.waitsForSetUp(2, false)).isTrue();
        queue.done(more);
        assertThat(queue.take(1, false)).contains(b);
    }

    @Test
    void whatIsLeftOfALostUnitNeedsItsOwnSetUps() {
        List<Unit> a = family("a", 5, 10, 8);
        UnitQueue queue = ruled(1);
        queue.take(1, false);
        queue.gone(1);
        Unit rest = new Unit("a0 (rest)", List.of("a0"));
        queue.lost(a.get(0), rest);

        assertThat(queue.take(2, false)).as("it needs nothing, and is short").contains(a.get(1));
        queue.done(a.get(1));
        assertThat(queue.take(2, false)).contains(rest);
    }

    @Test
    void aWorkerKeepsAtLeastOneSetUp() {
        assertThatThrownBy(() -> new SetUpPrices(unit -> List.of(), unit -> 0, setUp -> 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

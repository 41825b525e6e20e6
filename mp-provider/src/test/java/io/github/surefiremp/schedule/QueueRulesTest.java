package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.QueuePlay.Asked;
import io.github.surefiremp.schedule.QueuePlay.Moment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds whenever workers ask and units end. */
class QueueRulesTest {
    @Property
    void everyUnitRunsExactlyOnce(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        QueuePlay play = new QueuePlay(suite, workers, seed).run();

        assertThat(play.given()).containsExactlyInAnyOrderElementsOf(suite);
        assertThat(play.ends())
                .hasSize(suite.size())
                .allSatisfy((unit, times) -> assertThat(times).isEqualTo(1));
        assertThat(play.queue().lost()).isEqualTo(play.lost());
        assertThat(play.queue().doneCount() + play.lost().size()).isEqualTo(suite.size());
        assertThat(play.queue().skippedCount()).isZero();
    }

    @Property
    void noTwoRunningUnitsConflict(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        for (Moment moment : new QueuePlay(suite, workers, seed).run().moments()) {
            for (Unit unit : moment.running()) {
                Set<Unit> others = new HashSet<>(moment.running());
                others.remove(unit);
                assertThat(QueueOracle.conflictsWithNone(unit, others))
                        .as("%s beside %s", unit, others)
                        .isTrue();
            }
        }
    }

    @Property
    void neverDoMoreRunThanItWasSaidThatCould(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        int could = new UnitQueue(suite).atOnce(Integer.MAX_VALUE);

        assertThat(new QueuePlay(suite, workers, seed).run().moments())
                .allSatisfy(moment -> assertThat(moment.running()).hasSizeLessThanOrEqualTo(could));
    }

    @Property
    void nothingElseRunsBesideAnIsolatedGroup(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        for (Moment moment : new QueuePlay(suite, workers, seed).run().moments()) {
            for (Unit unit : moment.running()) {
                if (unit.strategy().isIsolated()) {
                    assertThat(moment.running()).extracting(Unit::group).containsOnly(unit.group());
                    assertThat(moment.isolated()).isTrue();
                } else {
                    assertThat(moment.isolated()).isFalse();
                }
            }
        }
    }

    @Property
    void anIsolatedGroupRunsInOneGoAndBeforeWhatIsNotIsolated(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        List<String> phases = new QueuePlay(suite, workers, seed)
                .run().given().stream()
                        .map(unit -> unit.strategy().isIsolated() ? unit.group() : "the rest")
                        .toList();

        List<String> changes = IntStream.range(0, phases.size())
                .filter(i -> i == 0 || !phases.get(i).equals(phases.get(i - 1)))
                .mapToObj(phases::get)
                .toList();

        assertThat(changes).doesNotHaveDuplicates();
        if (changes.contains("the rest")) {
            assertThat(changes).endsWith("the rest");
        }
    }

    @Property
    void itIsIsolatedOrNotOnlyFromAMomentOnWhenNothingRuns(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        List<Moment> moments = new QueuePlay(suite, workers, seed).run().moments();

        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            assertThat(moment.isolated()).isEqualTo(QueueOracle.isIsolated(moment.waiting(), moment.running()));
            if (i > 0 && moments.get(i - 1).isolated() != moment.isolated()) {
                assertThat(moment.running()).isEmpty();
            }
        }
    }

    @Property
    void aUnitThatNeedsAFreshJvmNeverGoesToAUsedWorker(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        for (Asked asked : new QueuePlay(suite, workers, seed).run().asked()) {
            asked.given()
                    .filter(Unit::freshJvm)
                    .ifPresent(unit -> assertThat(asked.unused()).isTrue());
        }
    }

    @Property
    void aWorkerGetsTheFirstUnitThatIsAllowedAndIdlesOnlyWhereNoneIs(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        for (Asked asked : new QueuePlay(suite, workers, seed).run().asked()) {
            Moment before = asked.before();
            assertThat(asked.given()).isEqualTo(QueueOracle.next(before.waiting(), before.running(), asked.unused()));
        }
    }

    @Property
    void whetherThereIsAUnitForAWorkerIsKnownWithoutTakingIt(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        QueuePlay play = new QueuePlay(suite, workers, seed).run();

        for (Moment moment : play.moments()) {
            for (boolean unused : new boolean[] {true, false}) {
                assertThat(moment.has(unused))
                        .isEqualTo(QueueOracle.next(moment.waiting(), moment.running(), unused)
                                .isPresent());
            }
        }
        assertThat(play.asked())
                .allSatisfy(asked -> assertThat(asked.before().has(asked.unused()))
                        .isEqualTo(asked.given().isPresent()));
    }

    @Property
    void noUnitIsOvertakenByOneThatItConflictsWithUnlessItWaitsForAFreshJvmAlone(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        for (Asked asked : new QueuePlay(suite, workers, seed).run().asked()) {
            if (asked.given().isEmpty()) {
                continue;
            }
            Unit given = asked.given().get();
            List<Unit> waiting = asked.before().waiting();
            List<Unit> free = QueueOracle.allowed(waiting, asked.before().running());
            for (Unit earlier : waiting.subList(0, waiting.indexOf(given))) {
                boolean waitsForAFreshJvmAlone = earlier.freshJvm() && !asked.unused() && free.contains(earlier);
                assertThat(QueueOracle.conflict(given, earlier) && !waitsForAFreshJvmAlone)
                        .as("%s overtakes %s", given, earlier)
                        .isFalse();
            }
        }
    }

    @Property
    void wheneverNothingRunsAndSomethingWaitsAnUnusedWorkerGetsAUnit(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        for (Moment moment : new QueuePlay(suite, workers, seed).run().moments()) {
            if (moment.running().isEmpty()) {
                assertThat(moment.hasForUnused()).isEqualTo(!moment.waiting().isEmpty());
            }
        }
    }

    @Property
    void whatWaitsIsShownInTheOrderInWhichItIsTried(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        List<Unit> order = QueueOracle.order(suite);

        for (Moment moment : new QueuePlay(suite, workers, seed).run().moments()) {
            assertThat(moment.waiting())
                    .isEqualTo(order.stream().filter(moment.waiting()::contains).toList());
        }
    }

    @Property
    void theSameInputGivesTheSameOrder(
            @ForAll("suites") List<Unit> suite, @ForAll @IntRange(min = 1, max = 6) int workers, @ForAll long seed) {
        QueuePlay one = new QueuePlay(suite, workers, seed).run();
        QueuePlay other = new QueuePlay(suite, workers, seed).run();

        assertThat(other.asked()).isEqualTo(one.asked());
    }

    /** Mostly small ones, and often in each other's way. */
    @Provide
    Arbitrary<List<Unit>> suites() {
        record Kind(String group, Strategy strategy) {}
        Arbitrary<Kind> kinds = Arbitraries.of(
                new Kind("", Strategy.FREE),
                new Kind("", Strategy.FREE),
                new Kind("", Strategy.FREE),
                new Kind("free", Strategy.FREE),
                new Kind("serial", Strategy.SERIAL),
                new Kind("lonely", Strategy.ISOLATED_FREE),
                new Kind("lonelier", Strategy.ISOLATED_SERIAL));
        Arbitrary<LockNeed> needs = Arbitraries.of(
                new LockNeed("db", true),
                new LockNeed("db", false),
                new LockNeed("db", false),
                new LockNeed("port", true),
                new LockNeed("port", false),
                new LockNeed("disk", true),
                new LockNeed(LockNeed.GLOBAL, false),
                new LockNeed(LockNeed.GLOBAL, true));
        Arbitrary<Set<LockNeed>> locks = needs.set().ofMaxSize(3);
        Arbitrary<Boolean> fresh = Arbitraries.of(true, false, false, false);
        record Traits(Kind kind, Set<LockNeed> locks, boolean fresh) {}
        return Combinators.combine(kinds, locks, fresh)
                .as(Traits::new)
                .list()
                .ofMaxSize(14)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> new Unit(
                                "u" + i,
                                List.of(ClassPart.whole("some.Class" + i)),
                                all.get(i).kind().group(),
                                all.get(i).kind().strategy(),
                                all.get(i).locks(),
                                all.get(i).fresh()))
                        .toList())
                .withoutEdgeCases();
    }
}

package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.surefiremp.schedule.Staffing.Decision;
import io.github.surefiremp.schedule.Staffing.Facts;
import io.github.surefiremp.schedule.Staffing.Limit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class StaffingTest {
    @Example
    void fiveHundredTrivialTestsAreForOneWorker() {
        assertThat(Staffing.decide(suite(4, 2, 600, 1.5))).isEqualTo(new Decision(1, Limit.START));
        assertThat(Staffing.decide(suite(8, 16, 300, 1))).isEqualTo(new Decision(1, Limit.START));
    }

    @Example
    void testsThatWaitAreForAsManyAsThereMayBe() {
        assertThat(Staffing.decide(suite(8, 2, 50_000, 0.05))).isEqualTo(new Decision(8, Limit.NP));
        assertThat(Staffing.decide(suite(4, 2, 8_000, 0.05)).workers()).isEqualTo(4);
    }

    @Example
    void testsThatComputeAreForAsManyAsThereAreCores() {
        assertThat(Staffing.decide(suite(8, 2, 60_000, 1))).isEqualTo(new Decision(2, Limit.CORES));
        assertThat(Staffing.decide(suite(8, 4, 60_000, 1))).isEqualTo(new Decision(4, Limit.CORES));
        assertThat(Staffing.decide(suite(2, 2, 60_000, 1))).isEqualTo(new Decision(2, Limit.NP));
    }

    @Example
    void aLittleWaitingOnBusyCoresIsNoReasonForAnother() {
        assertThat(Staffing.decide(suite(8, 2, 60_000, 0.9)).workers()).isEqualTo(2);
    }

    @Example
    void nothingIsShorterThanItsLongestPart() {
        Facts facts = new Facts(8, 8, 0, 0, 8, 20_000, 10_000, 0, 600, 1_000);

        assertThat(Staffing.decide(facts)).isEqualTo(new Decision(2, Limit.LONGEST));
    }

    @Example
    void whatCannotRunAtTheSameTimeNeedsNoWorkers() {
        Facts facts = new Facts(8, 8, 0, 0, 3, 60_000, 0, 0, 600, 1_000);

        assertThat(Staffing.decide(facts)).isEqualTo(new Decision(3, Limit.UNITS));
    }

    @Example
    void aWorkerThatIsOnItsWayCounts() {
        Facts facts = new Facts(8, 2, 1, 1, 8, 1_500, 0, 1, 600, 1_000);

        assertThat(Staffing.decide(facts).workers()).isEqualTo(2);
    }

    @Example
    void workThatIsDoneBeforeAnotherIsReadyIsNotShortenedByIt() {
        Facts facts = new Facts(8, 8, 1, 0, 8, 600, 0, 0, 600, 1_000);

        assertThat(Staffing.end(facts, 2)).isEqualTo(600);
        assertThat(Staffing.end(facts, 1)).isEqualTo(600);
    }

    @Example
    void newWorkersShareTheWorkFromWhenTheyAreReady() {
        // One does 600 until the second comes; of the other 1,400 each does a half.
        Facts facts = new Facts(8, 8, 1, 0, 8, 2_000, 0, 0, 600, 1_000);

        assertThat(Staffing.end(facts, 2)).isEqualTo(1_300);
    }

    @Example
    void severalThatStartTogetherWaitForTheCores() {
        // Ready after 0.6, 1 and 1.5 s.
        Facts facts = new Facts(8, 2, 1, 0, 8, 20_000, 0, 0, 600, 1_000);

        assertThat(Staffing.end(facts, 4)).isCloseTo((20_000 + 600 + 1_000 + 1_500) / 4.0, within(0.1));
    }

    @Property
    void itIsNeverWorseThanWithTheWorkersThatAreThere(@ForAll("facts") Facts facts) {
        int base = Math.max(1, facts.workers() + facts.starting());
        Decision decision = Staffing.decide(facts);

        assertThat(decision.workers()).isGreaterThanOrEqualTo(base);
        assertThat(decision.workers()).isLessThanOrEqualTo(Math.max(base, Math.min(facts.np(), facts.atOnce())));
        assertThat(Staffing.end(facts, decision.workers())).isLessThanOrEqualTo(Staffing.end(facts, base));
    }

    @Property
    void eachOneThatIsStartedSavesATenthOfASecond(@ForAll("facts") Facts facts) {
        int base = Math.max(1, facts.workers() + facts.starting());
        int workers = Staffing.decide(facts).workers();

        assertThat(Staffing.end(facts, base) - Staffing.end(facts, workers))
                .isGreaterThanOrEqualTo((workers - base) * Staffing.LEAST_GAIN_MILLIS - 0.001);
    }

    @Property
    void moreThatAreAllowedNeverMeansFewer(@ForAll("facts") Facts facts, @ForAll @IntRange(max = 60) int more) {
        Facts allowed = with(facts, facts.np() + more, facts.workMillis());

        assertThat(Staffing.decide(allowed).workers())
                .isGreaterThanOrEqualTo(Staffing.decide(facts).workers());
    }

    /** Where tests compute it may: while workers start one after another the cores are not all busy, and later they are. */
    @Property
    void moreWorkThatWaitsNeverMeansFewer(
            @ForAll("facts") Facts facts, @ForAll @DoubleRange(min = 0, max = 100_000) double more) {
        Facts waiting = waiting(facts);
        Facts longer = with(waiting, facts.np(), facts.workMillis() + more);

        assertThat(Staffing.decide(longer).workers())
                .isGreaterThanOrEqualTo(Staffing.decide(waiting).workers());
    }

    @Example
    void moreWorkThatComputesMayNeedFewerBecauseTheCoresAreBusyThen() {
        Facts facts = new Facts(11, 4, 0, 3, 10, 5_298, 2_214, 1.5, 1_598, 3);

        assertThat(Staffing.decide(facts).workers()).isEqualTo(5);
        assertThat(Staffing.decide(with(facts, 11, 60_547))).isEqualTo(new Decision(3, Limit.CORES));
    }

    private static Facts waiting(Facts facts) {
        return new Facts(
                facts.np(),
                facts.cores(),
                facts.workers(),
                facts.starting(),
                facts.atOnce(),
                facts.workMillis(),
                facts.longestMillis(),
                0,
                facts.startMillis(),
                facts.startCpuMillis());
    }

    private static Facts with(Facts facts, int np, double work) {
        return new Facts(
                np,
                facts.cores(),
                facts.workers(),
                facts.starting(),
                facts.atOnce(),
                work,
                facts.longestMillis(),
                facts.cpuShare(),
                facts.startMillis(),
                facts.startCpuMillis());
    }

    /** Before anything is there. */
    private static Facts suite(int np, int cores, double work, double cpuShare) {
        return new Facts(np, cores, 0, 0, 100, work, 0, cpuShare, 600, 1_000);
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<int[]> counts = Combinators.combine(
                        Arbitraries.integers().between(1, 64),
                        Arbitraries.integers().between(1, 32),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 100))
                .as((np, cores, workers, starting, atOnce) -> new int[] {np, cores, workers, starting, atOnce});
        return Combinators.combine(
                        counts,
                        Arbitraries.doubles().between(0, 1_000_000),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 3),
                        Arbitraries.doubles().between(0, 5_000),
                        Arbitraries.doubles().between(0, 8_000))
                .as((count, work, longest, share, start, startCpu) -> new Facts(
                        count[0],
                        count[1],
                        count[2],
                        count[3],
                        count[4],
                        work,
                        work * longest,
                        share,
                        start,
                        startCpu));
    }
}

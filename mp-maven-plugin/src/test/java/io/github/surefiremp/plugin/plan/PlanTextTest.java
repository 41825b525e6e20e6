package io.github.surefiremp.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.forecast.PlannedRun;
import io.github.surefiremp.forecast.PlannedRun.AdviceText;
import io.github.surefiremp.forecast.PlannedRun.BoundText;
import io.github.surefiremp.forecast.PlannedRun.Other;
import io.github.surefiremp.forecast.PlannedRun.PlannedSetUp;
import io.github.surefiremp.forecast.PlannedRun.PlannedUnit;
import io.github.surefiremp.forecast.PlannedRun.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private static final PlannedRun RUN = new PlannedRun(
            "g:a",
            "surefire:default-test",
            4,
            2,
            "3 tests of about 12 s in all",
            0,
            500,
            6_700,
            new BoundText(6_000, 12_000, "a.A"),
            List.of(
                    new PlannedUnit(1, 500, 6_500, "a.A", "", "", 3, true),
                    new PlannedUnit(2, 500, 1_500, "group \"g\"", "g", "SERIAL", 1, true)),
            List.of(new Other(1, 1, 12_700)),
            List.of(new Share(0, 1, 3, 1, 6_600), new Share(1, 2, 1, 2, 1_600)),
            List.of(
                    new PlannedSetUp("Spring context of Shop (web)", 4, 2, 2_100, true),
                    new PlannedSetUp("@Affinity(\"db\")", 1, 1, 1_000, false)),
            Optional.of(new AdviceText("split A", 6_700, 4_000)));

    @Test
    void aPersonReadsWhoRunsWhatAndWhen() {
        assertThat(PlanText.lines(List.of(RUN), 1))
                .containsExactly(
                        "g:a surefire:default-test",
                        "  np=4, 2 workers: 3 tests of about 12 s in all",
                        "  ends after about 6.7 s, the first unit starts after 0.5 s; all units together take 12 s",
                        "  no order of these units could end before 6.0 s with np=4: a.A",
                        "  2 units in the order in which they start:",
                        "    worker 1       0.5 s – 6.5 s     a.A (3 tests)",
                        "    and 1 more; -Dmp.limit=0 shows all",
                        "  with another np:",
                        "    np=1        13 s  1 worker",
                        "  on 2 machines with np=4 each, it ends after about 6.6 s:",
                        "    mp.shard=0       6.6 s  1 unit, 3 tests",
                        "    mp.shard=1       1.6 s  2 units, 1 test",
                        "  2 set-ups that a worker keeps, done 3 times:",
                        "        2.1 s  Spring context of Shop (web) (4 units, 2 times)",
                        "               @Affinity(\"db\") (1 unit, not known)",
                        "  what would help most: split A: 6.7 s → 4.0 s");
    }

    @Test
    void aProgramReadsAllOfIt() {
        assertThat(PlanText.json(List.of(RUN)))
                .contains(
                        "\"endMillis\":6700",
                        "\"lowerBoundMillis\":6000",
                        "\"unit\":\"group \\\"g\\\"\"",
                        "\"shards\":[{\"shard\":0,",
                        "\"setUp\":\"Spring context of Shop (web)\"",
                        "\"times\":2")
                .startsWith("[{")
                .endsWith("}]");
    }

    @Test
    void withoutAHistoryThereIsOnlyAnOrder() {
        PlannedRun unknown = new PlannedRun(
                "g:a",
                "surefire:default-test",
                4,
                1,
                "3 tests, and it is not known how long they take",
                1,
                500,
                600,
                new BoundText(0, 0, ""),
                List.of(new PlannedUnit(0, 0, 0, "a.A", "", "", 3, false)),
                List.of(),
                List.of(new Share(0, 1, 3, 1, 600), new Share(1, 0, 0, 1, 600)),
                List.of(),
                Optional.empty());

        assertThat(PlanText.lines(List.of(unknown), 0))
                .contains(
                        "  how long it takes is not known before the tests have run once with mp",
                        "    a.A (3 tests, not known)",
                        "  on 2 machines with np=4 each:",
                        "    mp.shard=0              1 unit, 3 tests",
                        "    mp.shard=1              0 units, 0 tests");
    }
}

package io.github.surefiremp.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.forecast.Conditions.Jvm;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.SetUpPrices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private final Units units = new Units();

    @Test
    void aLongClassShouldBeSplit() {
        Optional<Advice> advice =
                best(2, units.withTests("shop.OrderTest", 41_000, 20), units.free("b", 10_000), units.free("c", 7_000));

        assertThat(advice).hasValueSatisfying(best -> {
            assertThat(best.what()).isEqualTo("split OrderTest");
            assertThat(best.fromMillis()).isEqualTo(41_000);
            assertThat(best.toMillis()).isBetween(29_000.0, 31_000.0);
        });
    }

    @Test
    void whatCanBeSpreadIsWorthWorkersThatThereWereNot() {
        // Beside so long a class a third and a fourth worker would have had nothing to do.
        Optional<Advice> advice = Advice.best(
                List.of(units.withTests("a.Big", 12_000, 40), units.free("b", 4_000)),
                units.work(),
                new Conditions(2, 8, 2, 0, Jvm.thatOnlyStarts(0), 0),
                4,
                name -> 0.0,
                null);

        assertThat(advice).hasValueSatisfying(best -> {
            assertThat(best.what()).isEqualTo("split Big");
            assertThat(best.toMillis()).isLessThan(6_000);
        });
    }

    @Test
    void aClassWithOneTestCannotBeSplit() {
        assertThat(best(2, units.withTests("a", 41_000, 1), units.free("b", 10_000)))
                .isEmpty();
    }

    @Test
    void aSerialGroupShouldBeFree() {
        assertThat(best(2, units.group("ledger", Strategy.SERIAL, 20_000, "x", "y"), units.free("b", 1_000)))
                .hasValueSatisfying(best -> {
                    assertThat(best.what()).isEqualTo("make group \"ledger\" FREE instead of SERIAL");
                    assertThat(best.toMillis()).isEqualTo(11_000);
                });
    }

    @Test
    void anIsolatedGroupShouldNotBe() {
        assertThat(best(2, units.group("g", Strategy.ISOLATED_SERIAL, 10_000, "x"), units.free("b", 10_000)))
                .hasValueSatisfying(best ->
                        assertThat(best.what()).isEqualTo("make group \"g\" SERIAL instead of ISOLATED_SERIAL"));
    }

    @Test
    void aLockShouldGo() {
        assertThat(best(2, units.writing("a", "db", 5_000), units.writing("b", "db", 5_000)))
                .hasValueSatisfying(best -> {
                    assertThat(best.what()).contains("\"db\"");
                    assertThat(best.toMillis()).isEqualTo(5_000);
                });
    }

    @Test
    void moreWorkersHelpWhereTestsWait() {
        assertThat(best(
                        2,
                        units.free("a", 5_000),
                        units.free("b", 5_000),
                        units.free("c", 5_000),
                        units.free("d", 5_000)))
                .hasValue(new Advice("-Dmp.np=4", 10_000, 5_000));
    }

    @Test
    void contextsThatAreAlikeShouldBeOne() {
        Map<String, List<SetUp>> needs = Map.of(
                "a", List.of(new SetUp("spring:1", "Spring context of Shop", true)),
                "b", List.of(new SetUp("spring:2", "Spring context of Shop (web)", true)),
                "c", List.of(new SetUp("spring:3", "Spring context of Office", true)),
                "d", List.of(new SetUp("affinity:db", "@Affinity(\"db\")", true)));
        SetUpPrices prices =
                new SetUpPrices(unit -> needs.getOrDefault(unit.name(), List.of()), unit -> 100, setUp -> 2_000, 8);
        List<Unit> all =
                List.of(units.free("a", 100), units.free("b", 100), units.free("c", 100), units.free("d", 100));

        assertThat(Advice.best(
                        all,
                        units.work(),
                        new Conditions(1, 8, 1, 0, Jvm.thatOnlyStarts(0), 0),
                        4,
                        name -> 100.0,
                        prices))
                .hasValue(new Advice(
                        "one configuration for what needs \"Spring context of Shop\" and \"Spring context of Shop (web)\"",
                        8_400,
                        6_400));
    }

    @Test
    void nothingIsAdvisedThatGainsLittle() {
        assertThat(best(2, units.free("a", 200), units.free("b", 200), units.free("c", 100)))
                .isEmpty();
    }

    private Optional<Advice> best(int np, Unit... all) {
        return Advice.best(
                List.of(all),
                units.work(),
                new Conditions(np, 8, np, 0, Jvm.thatOnlyStarts(0), 0),
                np,
                name -> 10_000.0,
                null);
    }
}

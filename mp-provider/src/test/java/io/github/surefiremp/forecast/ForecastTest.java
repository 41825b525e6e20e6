package io.github.surefiremp.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.forecast.Conditions.Jvm;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ForecastTest {
    private final Units units = new Units();

    @Example
    void whoIsFreeTakesTheNext() {
        List<Unit> all = List.of(units.free("a", 100), units.free("b", 60), units.free("c", 50), units.free("d", 10));

        Forecast forecast = Forecast.of(all, units.work(), new Conditions(2, 2, 2, 30, Jvm.thatOnlyStarts(500), 7));

        assertThat(forecast.slots())
                .extracting(slot -> slot.worker() + slot.unit().name() + Math.round(slot.startMillis()))
                .containsExactly("1a30", "2b30", "2c90", "1d130");
        assertThat(forecast.endMillis()).isEqualTo(30 + 110 + 7);
    }

    @Example
    void aWorkerThatStartsLaterIsLater() {
        List<Unit> all = List.of(units.free("a", 100), units.free("b", 100));

        Forecast forecast = Forecast.of(all, units.work(), new Conditions(2, 2, 1, 0, Jvm.thatOnlyStarts(40), 0));

        assertThat(forecast.endMillis()).isEqualTo(140);
    }

    @Example
    void computingUnitsShareTheCoresAndWaitingOnesDoNot() {
        List<Unit> computing = List.of(units.computing("a", 100), units.computing("b", 100));
        List<Unit> waiting = List.of(units.free("c", 100), units.free("d", 100));
        Conditions oneCore = new Conditions(2, 1, 2, 0, Jvm.thatOnlyStarts(0), 0);

        assertThat(Forecast.of(computing, units.work(), oneCore).endMillis()).isEqualTo(200);
        assertThat(Forecast.of(waiting, units.work(), oneCore).endMillis()).isEqualTo(100);
    }

    @Example
    void theFirstUnitOfAWorkerWarmsItsJvmUp() {
        List<Unit> all = List.of(units.free("a", 100), units.free("b", 100), units.free("c", 100));
        Jvm costly = new Jvm(0, 0, 40, 0);

        // With one core two JVMs that warm up are in each other's way; tests that wait are not.
        assertThat(Forecast.of(all, units.work(), new Conditions(1, 1, 1, 0, costly, 0))
                        .endMillis())
                .isEqualTo(340);
        assertThat(Forecast.of(all, units.work(), new Conditions(3, 4, 3, 0, costly, 0))
                        .endMillis())
                .isEqualTo(140);
        assertThat(Forecast.of(all, units.work(), new Conditions(3, 1, 3, 0, costly, 0))
                        .endMillis())
                .isEqualTo(220);
        // Of one worker it is known.
        assertThat(Forecast.of(all, units.work(), new Conditions(1, 1, 1, 0, new Jvm(0, 0, 40, 1), 0))
                        .endMillis())
                .isEqualTo(300);
    }

    @Example
    void noMoreJvmsStartAtTheSameTimeThanThereAreCores() {
        List<Unit> all =
                List.of(units.free("a", 300), units.free("b", 300), units.free("c", 300), units.free("d", 300));

        Forecast forecast = Forecast.of(all, units.work(), new Conditions(4, 2, 1, 0, Jvm.thatOnlyStarts(50), 0));

        assertThat(forecast.slots())
                .extracting(slot -> Math.round(slot.startMillis()))
                .containsExactly(0L, 50L, 50L, 100L);
    }

    @Example
    void aJvmThatStartsTakesTheCoreFromTestsThatCompute() {
        List<Unit> all = List.of(units.computing("a", 100), units.free("b", 10));

        Forecast forecast = Forecast.of(all, units.work(), new Conditions(2, 1, 1, 0, new Jvm(50, 50, 0, 0), 0));

        // Both have half of the core until the second JVM is there.
        assertThat(forecast.slots())
                .extracting(slot -> Math.round(slot.startMillis()) + "-" + Math.round(slot.endMillis()))
                .containsExactly("0-150", "100-110");
    }

    @Example
    void nothingRunsBesideAnIsolatedGroup() {
        List<Unit> all = List.of(
                units.free("long", 100), units.group("g", Strategy.ISOLATED_SERIAL, 50, "x"), units.free("b", 10));

        Forecast forecast = Forecast.of(all, units.work(), new Conditions(3, 4, 3, 0, Jvm.thatOnlyStarts(0), 0));

        assertThat(forecast.slots().get(0).unit().group()).isEqualTo("g");
        assertThat(forecast.endMillis()).isEqualTo(150);
    }

    @Example
    void unitsThatWriteALockRunOneAfterAnother() {
        List<Unit> all = List.of(units.writing("a", "db", 100), units.writing("b", "db", 100));

        assertThat(Forecast.of(all, units.work(), new Conditions(2, 2, 2, 0, Jvm.thatOnlyStarts(0), 0))
                        .endMillis())
                .isEqualTo(200);
    }

    @Example
    void aUnitWithAFreshJvmWaitsForOne() {
        List<Unit> all = List.of(units.fresh("a", 100), units.fresh("b", 20), units.fresh("c", 20));

        Forecast forecast = Forecast.of(all, units.work(), new Conditions(1, 2, 1, 0, Jvm.thatOnlyStarts(60), 0));

        // The second JVM started while the first ran; the third had only the second's 20 for that.
        assertThat(forecast.endMillis()).isEqualTo(100 + 20 + 40 + 20);
    }

    @Property(tries = 300)
    void eachUnitRunsOnceAndNoEarlierThanTheBoundAllows(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1_000) Double> millis,
            @ForAll @IntRange(min = 1, max = 6) int workers) {
        Units some = new Units();
        List<Unit> all = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            all.add(
                    switch (i % 5) {
                        case 1 -> some.writing("u" + i, "lock", millis.get(i));
                        case 2 -> some.group("g" + i % 2, Strategy.ISOLATED_FREE, millis.get(i), "u" + i);
                        case 3 -> some.fresh("u" + i, millis.get(i));
                        default -> some.free("u" + i, millis.get(i));
                    });
        }

        Forecast forecast =
                Forecast.of(all, some.work(), new Conditions(workers, 64, workers, 0, Jvm.thatOnlyStarts(0), 0));

        assertThat(forecast.slots()).extracting(Forecast.Slot::unit).containsExactlyInAnyOrderElementsOf(all);
        assertThat(forecast.endMillis())
                .isGreaterThanOrEqualTo(Bound.of(all, some.work(), workers).millis() - 0.001);
        assertThat(new HashSet<>(forecast.slots())).hasSameSizeAs(all);
        for (int worker = 1; worker <= workers; worker++) {
            int lane = worker;
            List<Forecast.Slot> slots = forecast.slots().stream()
                    .filter(slot -> slot.worker() == lane)
                    .sorted(Comparator.comparingDouble(Forecast.Slot::endMillis))
                    .toList();
            for (int i = 1; i < slots.size(); i++) {
                assertThat(slots.get(i).startMillis())
                        .isGreaterThanOrEqualTo(slots.get(i - 1).endMillis() - 0.001);
            }
        }
    }
}

package io.github.surefiremp.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.forecast.Bound.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {
    private final Units units = new Units();

    @Test
    void muchWorkIsTheBound() {
        Bound bound = of(units.free("a", 100), units.free("b", 100), units.free("c", 100));

        assertThat(bound).isEqualTo(new Bound(150, 300, Kind.WORK, "", 150));
        assertThat(bound.words()).isEqualTo("all the work, spread evenly");
    }

    @Test
    void oneLongUnitIsTheBound() {
        assertThat(of(units.free("a", 400), units.free("b", 100))).isEqualTo(new Bound(400, 500, Kind.UNIT, "a", 400));
    }

    @Test
    void aSerialGroupIsTheBound() {
        Bound bound = of(units.group("ledger", Strategy.SERIAL, 400, "x", "y"), units.free("b", 100));

        assertThat(bound.kind()).isEqualTo(Kind.SERIAL_GROUP);
        assertThat(bound.words()).isEqualTo("the serial group \"ledger\"");
    }

    @Test
    void aLockIsTheBound() {
        Bound bound = of(units.writing("a", "db", 100), units.writing("b", "db", 100), units.free("c", 50));

        assertThat(bound).isEqualTo(new Bound(200, 250, Kind.LOCK, "db", 200));
    }

    @Test
    void isolationIsTheBoundIfItTakesMoreThanTheRest() {
        Bound bound =
                of(units.group("g", Strategy.ISOLATED_SERIAL, 300, "x"), units.free("b", 100), units.free("c", 100));

        assertThat(bound).isEqualTo(new Bound(400, 500, Kind.ISOLATION, "group \"g\"", 300));
    }

    private Bound of(Unit... all) {
        return Bound.of(List.of(all), units.work(), 2);
    }
}

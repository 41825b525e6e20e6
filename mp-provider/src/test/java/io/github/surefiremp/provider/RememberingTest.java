package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RememberingTest {
    private static final Unit ONE = new Unit("One", List.of("One"));
    private static final Unit TWO = new Unit("Two", List.of("Two"));
    private static final Unit THREE = new Unit("Three", List.of("Three"));

    @Test
    void itBeginsWhenTheLastUnitHasEndedWhicheverWay() throws InterruptedException {
        CountDownLatch remembered = new CountDownLatch(1);
        Remembering remembering = new Remembering(remembered::countDown);
        remembering.planned(List.of(ONE, TWO, THREE));

        remembering.unitEnded(1, ONE);
        remembering.unitLost(1, TWO, "gone");
        assertThat(remembered.getCount()).isEqualTo(1);
        remembering.unitSkipped(THREE);

        remembered.await();
    }

    @Test
    void itWaitsForWhatIsLeftOfALostUnit() throws InterruptedException {
        CountDownLatch remembered = new CountDownLatch(1);
        Remembering remembering = new Remembering(remembered::countDown);
        remembering.planned(List.of(ONE));

        remembering.restPlanned(1, ONE, TWO);
        remembering.unitLost(1, ONE, "gone");
        assertThat(remembered.getCount()).isEqualTo(1);
        remembering.unitEnded(2, TWO);

        remembered.await();
    }

    @Test
    void itIsDoneOnceAndBeforeTheRunEnds() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        Remembering remembering = new Remembering(times::incrementAndGet);
        remembering.planned(List.of(ONE));
        remembering.unitEnded(1, ONE);

        remembering.complete();

        assertThat(times).hasValue(1);
    }

    @Test
    void aRunThatEndsEarlyIsRememberedToo() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        Remembering remembering = new Remembering(times::incrementAndGet);
        remembering.planned(List.of(ONE, TWO));
        remembering.unitEnded(1, ONE);

        remembering.complete();

        assertThat(times).hasValue(1);
    }

    @Test
    void itsTroubleEndsTheRun() {
        Remembering remembering = new Remembering(() -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(remembering::complete)
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}

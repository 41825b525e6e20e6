package io.github.surefiremp.schedule;

import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What the queue has to know to keep costly set-ups together. Each function answers the same for the same unit or set-up
 * for as long as the queue is used, and none of the times is negative.
 *
 * @param setUps what a unit needs beside its tests; those that cost nothing do not count
 * @param warmMillis how long a unit takes in a worker that has all its set-ups, also where that is only guessed
 * @param priceMillis how long it takes until a worker has a set-up
 * @param perWorker so many set-ups are kept in one worker, at least 1; beyond that the one goes that was not used for the
 *     longest time
 * @param partOfMachine how much of the machine's cores one worker keeps busy, from 0 to 1: no run can end before all its
 *     work has had the cores, however many workers share it, so that a set-up done twice may only keep them busy
 */
public record SetUpPrices(
        Function<Unit, Collection<SetUp>> setUps,
        ToDoubleFunction<Unit> warmMillis,
        ToDoubleFunction<SetUp> priceMillis,
        int perWorker,
        double partOfMachine) {
    /** Where workers do not get in each other's way. */
    public SetUpPrices(
            Function<Unit, Collection<SetUp>> setUps,
            ToDoubleFunction<Unit> warmMillis,
            ToDoubleFunction<SetUp> priceMillis,
            int perWorker) {
        this(setUps, warmMillis, priceMillis, perWorker, 0);
    }

    public SetUpPrices {
        if (!(partOfMachine >= 0 && partOfMachine <= 1)) {
            throw new IllegalArgumentException("a worker keeps " + partOfMachine + " of the machine busy");
        }
        if (perWorker < 1) {
            throw new IllegalArgumentException("a worker keeps at least one set-up, and not " + perWorker);
        }
    }
}

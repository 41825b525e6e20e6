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
 */
public record SetUpPrices(
        Function<Unit, Collection<SetUp>> setUps,
        ToDoubleFunction<Unit> warmMillis,
        ToDoubleFunction<SetUp> priceMillis,
        int perWorker) {
    public SetUpPrices {
        if (perWorker < 1) {
            throw new IllegalArgumentException("a worker keeps at least one set-up, and not " + perWorker);
        }
    }
}

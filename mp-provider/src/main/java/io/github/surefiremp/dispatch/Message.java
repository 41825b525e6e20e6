package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.WorkerEvent;

/** All that can happen to a dispatcher. */
sealed interface Message {
    /** A worker told something. */
    record FromWorker(Worker worker, WorkerEvent event) implements Message {}

    /** The run may have a worker with this number. */
    record Granted(int number) implements Message {}

    /** Another controller has no worker: end one after its unit if there are several. */
    record SpareAsked() implements Message {}

    /** The run may execute units. */
    record Entered() implements Message {}

    /** Another run waits until this one executes no unit. */
    record YieldAsked() implements Message {}

    /** Nobody waits for the run any more. */
    record Abandoned(String reason) implements Message {}

    /** Fixtures may have changed hands. */
    record FixturesChanged() implements Message {}

    /** The queue may have something to take in. */
    record UnitsChanged() implements Message {}

    /** Time has passed. */
    record Tick() implements Message {}
}

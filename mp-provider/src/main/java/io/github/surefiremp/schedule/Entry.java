package io.github.surefiremp.schedule;

import io.github.surefiremp.model.Unit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit in the queue. */
final class Entry {
    enum State {
        WAITING,
        RUNNING,
        DONE,
        LOST,
        SKIPPED;

        boolean mayBecome(State next) {
            return switch (this) {
                case WAITING -> next == RUNNING || next == SKIPPED;
                case RUNNING -> next == DONE || next == LOST || next == WAITING;
                case DONE, LOST, SKIPPED -> false;
            };
        }

        boolean isOver() {
            return this == DONE || this == LOST || this == SKIPPED;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Unit unit;
    final int place;
    final Phase phase;
    final Lane lane;
    /** What it takes in a worker that has its family's set-ups; 0 where set-ups do not count. */
    final double millis;
    /** Prices of what its worker has afterwards, by key. */
    final Map<String, Double> leaves;

    State state = State.WAITING;
    /** Who runs it, where set-ups count. */
    @Nullable
    Hand hand;

    /** When it should end, on the queue's own clock. */
    double end;

    Entry(Unit unit, int place, Phase phase, Lane lane, Needs.OfUnit needs) {
        this.unit = unit;
        this.place = place;
        this.phase = phase;
        this.lane = lane;
        this.millis = needs.millis();
        this.leaves = needs.leaves();
    }
}

package io.github.surefiremp.forecast;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.UnitQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run will look like.
 *
 * @param slots which worker runs what and when, in the order in which the units begin
 * @param endMillis when it ends, from its start
 */
public record Forecast(List<Slot> slots, double endMillis) {
    /**
     * A unit in a worker's lane.
     *
     * @param worker from 1 on
     */
    public record Slot(int worker, Unit unit, double startMillis, double endMillis) {}

    /**
     * Plays the run with the queue that a real one has.
     *
     * @param ordered the units, the first to run at the head
     */
    public static Forecast of(List<Unit> ordered, Function<Unit, UnitWork> work, Conditions conditions) {
        return new Play(new UnitQueue(ordered), work, conditions).play();
    }

    /** Units that run at the same time share the cores; what waits does not slow down for that. */
    private static final class Play {
        /** What is less is nothing, but for the errors of adding up. */
        private static final double NOTHING = 1e-6;

        private final UnitQueue queue;
        private final Function<Unit, UnitWork> work;
        private final Conditions conditions;
        private final List<Hand> hands = new ArrayList<>();
        private final List<Slot> slots = new ArrayList<>();
        private double now;

        private static final class Hand {
            final int number;
            double readyAt;
            boolean used;

            @Nullable
            Unit unit;

            double since;
            double left;
            double cpuShare;

            Hand(int number, double readyAt) {
                this.number = number;
                this.readyAt = readyAt;
            }
        }

        Play(UnitQueue queue, Function<Unit, UnitWork> work, Conditions conditions) {
            this.queue = queue;
            this.work = work;
            this.conditions = conditions;
            this.now = conditions.readyMillis();
            double atOnce = Math.max(1, Math.floor(conditions.cores()));
            for (int i = 0; i < conditions.workers(); i++) {
                int later = i - conditions.early();
                double waves = later < 0 ? 0 : 1 + Math.floor(later / atOnce);
                hands.add(new Hand(i + 1, now + waves * conditions.startMillis()));
                queue.comes(i + 1);
            }
        }

        Forecast play() {
            while (queue.waitingCount() + queue.runningCount() > 0) {
                hands.forEach(this::serve);
                double next = next();
                if (Double.isInfinite(next)) {
                    throw new IllegalStateException("units wait and no worker can have them");
                }
                advance(next);
            }
            slots.sort(Comparator.comparingDouble(Slot::startMillis).thenComparingInt(Slot::worker));
            return new Forecast(List.copyOf(slots), now + conditions.endMillis());
        }

        private void serve(Hand hand) {
            if (hand.unit != null || hand.readyAt > now + NOTHING) {
                return;
            }
            boolean otherUnused = hands.stream().anyMatch(other -> !other.used && other.unit == null);
            if (hand.used && queue.wantsUnused(hand.number) && !otherUnused) {
                // The next JVM started while this one ran.
                hand.used = false;
                queue.gone(hand.number);
                hand.readyAt = Math.max(now, hand.since + conditions.startMillis());
                if (hand.readyAt > now + NOTHING) {
                    return;
                }
            }
            Optional<Unit> taken = queue.take(hand.number, !hand.used);
            if (taken.isPresent()) {
                UnitWork expected = work.apply(taken.get());
                hand.unit = taken.get();
                hand.used = true;
                hand.since = now;
                hand.left = Math.max(0, expected.millis());
                hand.cpuShare = Math.min(1, Math.max(0, expected.cpuShare()));
            }
        }

        /** How much of a unit's time passes in a time. */
        private double speed(Hand hand) {
            double wanted = hands.stream()
                    .filter(one -> one.unit != null)
                    .mapToDouble(one -> one.cpuShare)
                    .sum();
            double part = wanted <= conditions.cores() ? 1 : conditions.cores() / wanted;
            return 1 / (hand.cpuShare / part + 1 - hand.cpuShare);
        }

        private double next() {
            double next = Double.POSITIVE_INFINITY;
            for (Hand hand : hands) {
                if (hand.unit != null) {
                    next = Math.min(next, now + hand.left / speed(hand));
                } else if (hand.readyAt > now + NOTHING && queue.waitingCount() > 0) {
                    next = Math.min(next, hand.readyAt);
                }
            }
            return next;
        }

        private void advance(double to) {
            List<Hand> running =
                    hands.stream().filter(hand -> hand.unit != null).toList();
            double[] speeds = running.stream().mapToDouble(this::speed).toArray();
            double passed = to - now;
            now = to;
            for (int i = 0; i < speeds.length; i++) {
                Hand hand = running.get(i);
                Unit unit = hand.unit;
                hand.left -= passed * speeds[i];
                if (unit != null && hand.left <= NOTHING) {
                    hand.unit = null;
                    slots.add(new Slot(hand.number, unit, hand.since, now));
                    queue.done(unit);
                }
            }
        }
    }
}

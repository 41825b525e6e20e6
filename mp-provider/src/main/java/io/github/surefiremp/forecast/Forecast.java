package io.github.surefiremp.forecast;

import io.github.surefiremp.model.KeptSetUps;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.SetUpPrices;
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
     * @param setsUp what the worker has to set up for it
     */
    public record Slot(int worker, Unit unit, double startMillis, double endMillis, List<SetUp> setsUp) {}

    /**
     * Plays the run with the queue that a real one has.
     *
     * @param ordered the units, the first to run at the head
     */
    public static Forecast of(List<Unit> ordered, Function<Unit, UnitWork> work, Conditions conditions) {
        return of(ordered, work, conditions, null);
    }

    /**
     * The same where units need set-ups.
     *
     * @param setUps what they cost, which is not in the work of the units; null where there are none
     */
    public static Forecast of(
            List<Unit> ordered, Function<Unit, UnitWork> work, Conditions conditions, @Nullable SetUpPrices setUps) {
        return new Play(new UnitQueue(ordered, setUps), work, conditions, setUps).play();
    }

    /** Units that run at the same time share the cores; what waits does not slow down for that. */
    private static final class Play {
        /** What is less is nothing, but for the errors of adding up. */
        private static final double NOTHING = 1e-6;

        private final UnitQueue queue;
        private final Function<Unit, UnitWork> work;
        private final Conditions conditions;
        private final @Nullable SetUpPrices setUps;
        private final List<Hand> hands = new ArrayList<>();
        private final List<Slot> slots = new ArrayList<>();
        private double now;

        private static final class Hand {
            final int number;
            /** What is left of the start of its JVM, which others may slow down; 0 once it is there. */
            double starting;

            boolean startBegun;
            /** What its JVM needs of a core before its unit goes on. */
            double warming;

            boolean warm;
            boolean used;

            @Nullable
            KeptSetUps kept;

            @Nullable
            Unit unit;

            double since;
            double left;
            List<SetUp> setsUp = List.of();
            double cpuShare;

            Hand(int number, double starting, boolean warm) {
                this.number = number;
                this.starting = starting;
                this.warm = warm;
            }

            boolean isThere() {
                return starting <= NOTHING;
            }
        }

        Play(UnitQueue queue, Function<Unit, UnitWork> work, Conditions conditions, @Nullable SetUpPrices setUps) {
            this.setUps = setUps;
            this.queue = queue;
            this.work = work;
            this.conditions = conditions;
            this.now = conditions.readyMillis();
            Conditions.Jvm jvm = conditions.jvm();
            for (int i = 0; i < conditions.workers(); i++) {
                Hand hand = new Hand(i + 1, i < conditions.early() ? 0 : jvm.startMillis(), i < jvm.warm());
                hand.kept = setUps == null ? null : new KeptSetUps(setUps.perWorker());
                hands.add(hand);
                queue.comes(hand.number);
            }
        }

        Forecast play() {
            while (queue.waitingCount() + queue.runningCount() > 0) {
                beginStarts();
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

        /** As many JVMs start at the same time as there are cores. */
        private void beginStarts() {
            double free = Math.max(1, Math.floor(conditions.cores()))
                    - hands.stream().filter(Play::isStarting).count();
            for (Hand hand : hands) {
                if (free > 0 && !hand.isThere() && !hand.startBegun) {
                    hand.startBegun = true;
                    free--;
                }
            }
        }

        private static boolean isStarting(Hand hand) {
            return hand.startBegun && !hand.isThere();
        }

        private void serve(Hand hand) {
            if (hand.unit != null || !hand.isThere()) {
                return;
            }
            boolean otherUnused = hands.stream().anyMatch(other -> !other.used && other.unit == null);
            if (hand.used && queue.wantsUnused(hand.number) && !otherUnused) {
                // The next JVM started while this one ran.
                queue.gone(hand.number);
                queue.comes(hand.number);
                hand.used = false;
                hand.warm = false;
                hand.kept = setUps == null ? null : new KeptSetUps(setUps.perWorker());
                hand.starting = Math.max(0, hand.since + conditions.jvm().startMillis() - now);
                hand.startBegun = true;
                if (!hand.isThere()) {
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
                hand.warming = hand.warm ? 0 : conditions.jvm().warmUpMillis();
                hand.warm = true;
                setUp(hand, taken.get());
                hand.cpuShare = Math.min(1, Math.max(0, expected.cpuShare()));
            }
        }

        private void setUp(Hand hand, Unit unit) {
            SetUpPrices prices = setUps;
            KeptSetUps kept = hand.kept;
            if (prices == null || kept == null) {
                return;
            }
            hand.setsUp = kept.use(prices.setUps().apply(unit));
            for (SetUp one : hand.setsUp) {
                hand.warming += prices.priceMillis().applyAsDouble(one);
            }
        }

        /** How many cores a worker would keep busy now. */
        private double wanted(Hand hand) {
            if (isStarting(hand)) {
                Conditions.Jvm jvm = conditions.jvm();
                return jvm.startMillis() > 0 ? jvm.startCpuMillis() / jvm.startMillis() : 0;
            }
            return hand.unit == null ? 0 : hand.warming > NOTHING ? 1 : hand.cpuShare;
        }

        /** How much of a worker's time passes in a time. */
        private double speed(Hand hand) {
            double all = hands.stream().mapToDouble(this::wanted).sum();
            double part = all <= conditions.cores() ? 1 : conditions.cores() / all;
            double own = wanted(hand);
            return 1 / Math.max(NOTHING, own / part + 1 - own);
        }

        private double next() {
            double next = Double.POSITIVE_INFINITY;
            for (Hand hand : hands) {
                if (isStarting(hand)) {
                    next = queue.waitingCount() > 0 ? Math.min(next, now + hand.starting / speed(hand)) : next;
                } else if (hand.unit != null) {
                    next = Math.min(next, now + (hand.warming > NOTHING ? hand.warming : hand.left) / speed(hand));
                }
            }
            return next;
        }

        private void advance(double to) {
            double[] speeds = hands.stream().mapToDouble(this::speed).toArray();
            double passed = to - now;
            now = to;
            for (int i = 0; i < speeds.length; i++) {
                Hand hand = hands.get(i);
                double done = passed * speeds[i];
                Unit unit = hand.unit;
                if (isStarting(hand)) {
                    hand.starting -= done;
                } else if (unit != null && hand.warming > NOTHING) {
                    hand.warming -= done;
                } else if (unit != null) {
                    hand.left -= done;
                }
                if (unit != null && hand.warming <= NOTHING && hand.left <= NOTHING) {
                    hand.unit = null;
                    slots.add(new Slot(hand.number, unit, hand.since, now, hand.setsUp));
                    queue.done(unit);
                }
            }
        }
    }
}

package io.github.surefiremp.schedule;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Workers that ask, end, get lost and are replaced at random, until nothing waits or runs; writes down what it saw. */
final class QueuePlay {
    private static final int STEPS = 100_000;

    /** The queue between two steps. */
    record Moment(List<Unit> waiting, List<Unit> running, boolean isolated, boolean hasForUnused, boolean hasForUsed) {
        static Moment of(WorkQueue queue) {
            return new Moment(
                    queue.waiting(), queue.running(), queue.isIsolated(), queue.has(1, true), queue.has(1, false));
        }

        boolean has(boolean unused) {
            return unused ? hasForUnused : hasForUsed;
        }
    }

    /** A worker asked. */
    record Asked(Moment before, boolean unused, Optional<Unit> given) {}

    private final UnitQueue queue;
    private final Random random;
    /** Those that are idle, true where the worker ran nothing yet. */
    private final List<Boolean> idle = new ArrayList<>();

    private final List<Moment> moments = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<Unit, Integer> ends = new LinkedHashMap<>();
    private final List<Unit> lost = new ArrayList<>();

    QueuePlay(List<Unit> units, int workers, long seed) {
        queue = new UnitQueue(units);
        random = new Random(seed);
        for (int worker = 0; worker < workers; worker++) {
            idle.add(true);
        }
    }

    /** Plays to the end. */
    QueuePlay run() {
        moments.add(Moment.of(queue));
        for (int step = 0; !isOver(); step++) {
            if (step == STEPS) {
                throw new AssertionError("no end: " + queue.waiting() + " wait, " + queue.running() + " run");
            }
            step();
            moments.add(Moment.of(queue));
        }
        return this;
    }

    private boolean isOver() {
        Moment last = moments.get(moments.size() - 1);
        return last.waiting().isEmpty() && last.running().isEmpty();
    }

    private void step() {
        List<Unit> running = queue.running();
        int dice = random.nextInt(10);
        if (dice < 5 && !idle.isEmpty()) {
            ask(idle.remove(random.nextInt(idle.size())));
        } else if (dice < 8 && !running.isEmpty()) {
            Unit unit = running.get(random.nextInt(running.size()));
            ends.merge(unit, 1, Integer::sum);
            queue.done(unit);
            idle.add(false);
        } else if (dice < 9 && !running.isEmpty()) {
            Unit unit = running.get(random.nextInt(running.size()));
            ends.merge(unit, 1, Integer::sum);
            lost.add(unit);
            queue.lost(unit);
            idle.add(true);
        } else if (!idle.isEmpty()) {
            idle.set(random.nextInt(idle.size()), true);
        }
    }

    private void ask(boolean unused) {
        Moment before = Moment.of(queue);
        Optional<Unit> given = queue.take(1, unused);
        asked.add(new Asked(before, unused, given));
        if (given.isEmpty()) {
            idle.add(unused);
        }
    }

    UnitQueue queue() {
        return queue;
    }

    List<Moment> moments() {
        return moments;
    }

    List<Asked> asked() {
        return asked;
    }

    List<Unit> given() {
        return asked.stream().flatMap(one -> one.given().stream()).toList();
    }

    /** How often each unit ended. */
    Map<Unit, Integer> ends() {
        return ends;
    }

    List<Unit> lost() {
        return lost;
    }
}

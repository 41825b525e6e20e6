package io.github.surefiremp.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of a few workers does which of a few units. Each worker's time is what its units take, and what it has to pay for
 * the set-ups that it lacks; the order in which it runs its units makes no difference. Wanted is the least time of the
 * worker that ends last; where that is the same, the least time in all, so that nothing is set up twice for nothing; and
 * then evenly spread work.
 *
 * <p>Several ways to deal are tried, one of them that of a queue without set-ups, and each is improved as long as moving a
 * unit, moving what a worker has of a family or exchanging two units helps.
 */
final class Plan {
    private static final double NOTHING = 1e-6;
    /** A part of the squares: more is not worth looking for. */
    private static final double EVEN_ENOUGH = 1e-4;
    /** Enough, and there is an end to it. */
    private static final int MOST_STEPS = 20;

    /**
     * What there is to deal.
     *
     * @param rest how long each worker is busy with what it has
     * @param has which set-ups each worker has
     * @param prices of the set-ups
     * @param setUps which ones each family needs
     * @param millis what each unit takes, without those set-ups, in the order of the queue
     * @param families of each unit
     * @param partOfMachine as in {@link SetUpPrices}
     */
    record Work(
            double[] rest,
            boolean[][] has,
            double[] prices,
            int[][] setUps,
            double[] millis,
            int[] families,
            double partOfMachine) {
        int workers() {
            return rest.length;
        }

        int units() {
            return millis.length;
        }
    }

    private final Work work;
    private final int[] workerOf;
    private final double[] loads;
    /** How many units of a worker need a set-up. */
    private final int[][] users;

    private Plan(Work work) {
        this.work = work;
        workerOf = new int[work.units()];
        Arrays.fill(workerOf, -1);
        loads = work.rest().clone();
        users = new int[work.workers()][work.prices().length];
    }

    /**
     * The best plan that was found.
     *
     * @param before a plan that was made before, with -1 for units of which it does not tell
     * @return the worker of each unit
     */
    static int[] of(Work work, int[] before) {
        Plan best = goOn(work, before);
        Plan other = better(better(soonest(work, false), soonest(work, true)), whole(work));
        best.improve();
        other.improve();
        return better(best, other).workerOf;
    }

    private static Plan better(Plan one, Plan other) {
        return other.score().isBetterThan(one.score()) ? other : one;
    }

    private static Plan goOn(Work work, int[] before) {
        Plan plan = new Plan(work);
        for (int unit = 0; unit < work.units(); unit++) {
            if (before[unit] >= 0) {
                plan.give(unit, before[unit]);
            }
        }
        for (int unit = 0; unit < work.units(); unit++) {
            if (before[unit] < 0) {
                plan.give(unit, plan.soonest(unit, true));
            }
        }
        return plan;
    }

    /**
     * One unit after another, each to the worker that is free first, as in a queue without set-ups.
     *
     * @param done or to the one that will have done it first
     */
    private static Plan soonest(Work work, boolean done) {
        Plan plan = new Plan(work);
        for (int unit = 0; unit < work.units(); unit++) {
            plan.give(unit, plan.soonest(unit, done));
        }
        return plan;
    }

    /** Families as if each were one unit, the longest first. */
    private static Plan whole(Work work) {
        Plan plan = new Plan(work);
        List<List<Integer>> chunks = new ArrayList<>();
        double[] sizes = new double[work.units()];
        List<List<Integer>> ofFamily = new ArrayList<>();
        for (int[] ignored : work.setUps()) {
            ofFamily.add(new ArrayList<>());
        }
        for (int unit = 0; unit < work.units(); unit++) {
            int family = work.families()[unit];
            if (work.setUps()[family].length == 0) {
                chunks.add(List.of(unit));
            } else {
                ofFamily.get(family).add(unit);
            }
        }
        ofFamily.stream().filter(some -> !some.isEmpty()).forEach(chunks::add);
        for (List<Integer> chunk : chunks) {
            int first = chunk.get(0);
            for (int key : work.setUps()[work.families()[first]]) {
                sizes[first] += work.prices()[key];
            }
            chunk.forEach(unit -> sizes[first] += work.millis()[unit]);
        }
        chunks.sort(Comparator.comparingDouble(chunk -> -sizes[chunk.get(0)]));
        for (List<Integer> chunk : chunks) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int worker = 0; worker < work.workers(); worker++) {
                for (int unit : chunk) {
                    plan.give(unit, worker);
                }
                if (plan.loads[worker] < least - NOTHING) {
                    least = plan.loads[worker];
                    best = worker;
                }
                chunk.forEach(plan::take);
            }
            for (int unit : chunk) {
                plan.give(unit, best);
            }
        }
        return plan;
    }

    private int soonest(int unit, boolean done) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int worker = 0; worker < loads.length; worker++) {
            double time = loads[worker] + (done ? work.millis()[unit] + missing(unit, worker) : 0);
            if (time < least - NOTHING) {
                least = time;
                best = worker;
            }
        }
        return best;
    }

    private double missing(int unit, int worker) {
        double sum = 0;
        for (int key : work.setUps()[work.families()[unit]]) {
            sum += work.has()[worker][key] || users[worker][key] > 0 ? 0 : work.prices()[key];
        }
        return sum;
    }

    private void give(int unit, int worker) {
        workerOf[unit] = worker;
        loads[worker] += work.millis()[unit] + missing(unit, worker);
        for (int key : work.setUps()[work.families()[unit]]) {
            users[worker][key]++;
        }
    }

    private void take(int unit) {
        int worker = workerOf[unit];
        workerOf[unit] = -1;
        for (int key : work.setUps()[work.families()[unit]]) {
            users[worker][key]--;
        }
        loads[worker] -= work.millis()[unit] + missing(unit, worker);
    }

    private void move(int unit, int worker) {
        take(unit);
        give(unit, worker);
    }

    private record Score(double end, double sum, double squares) {
        boolean isBetterThan(Score other) {
            return isShorterThan(other) || (!other.isShorterThan(this) && squares < other.squares * (1 - EVEN_ENOUGH));
        }

        boolean isShorterThan(Score other) {
            return Math.abs(end - other.end) > NOTHING ? end < other.end : sum < other.sum - NOTHING;
        }
    }

    private Score score() {
        double end = 0;
        double sum = 0;
        double squares = 0;
        for (double load : loads) {
            end = Math.max(end, load);
            sum += load;
            squares += load * load;
        }
        return new Score(Math.max(end, sum * work.partOfMachine()), sum, squares);
    }

    private void improve() {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!moveOne() && !moveSome() && !exchange()) {
                return;
            }
        }
    }

    private boolean moveOne() {
        Score now = score();
        boolean helped = false;
        for (int unit = 0; unit < workerOf.length; unit++) {
            for (int to = 0; to < loads.length; to++) {
                int from = workerOf[unit];
                if (to == from) {
                    continue;
                }
                move(unit, to);
                Score then = score();
                if (then.isBetterThan(now)) {
                    now = then;
                    helped = true;
                } else {
                    move(unit, from);
                }
            }
        }
        return helped;
    }

    private boolean moveSome() {
        Score now = score();
        for (int unit = 0; unit < workerOf.length; unit++) {
            int family = work.families()[unit];
            int from = workerOf[unit];
            if (work.setUps()[family].length == 0) {
                continue;
            }
            int[] some = IntStream.range(0, workerOf.length)
                    .filter(one -> workerOf[one] == from && work.families()[one] == family)
                    .toArray();
            if (some[0] != unit || some.length == 1) {
                continue;
            }
            for (int to = 0; to < loads.length; to++) {
                if (to == from) {
                    continue;
                }
                for (int one : some) {
                    move(one, to);
                }
                if (score().isBetterThan(now)) {
                    return true;
                }
                for (int one : some) {
                    move(one, from);
                }
            }
        }
        return false;
    }

    private boolean exchange() {
        Score now = score();
        boolean helped = false;
        for (int one = 0; one < workerOf.length; one++) {
            for (int other = one + 1; other < workerOf.length; other++) {
                int from = workerOf[one];
                int to = workerOf[other];
                // Otherwise the end stays where it is.
                if (from == to || Math.max(loads[from], loads[to]) < now.end() - NOTHING) {
                    continue;
                }
                move(one, to);
                move(other, from);
                Score then = score();
                // Only to spread the work more evenly there is no end to it.
                if (then.isShorterThan(now)) {
                    now = then;
                    helped = true;
                    continue;
                }
                move(one, from);
                move(other, to);
            }
        }
        return helped;
    }
}

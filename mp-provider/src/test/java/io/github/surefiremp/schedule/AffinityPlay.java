package io.github.surefiremp.schedule;

import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a suite takes whose classes share set-ups, in simulated time, with mp's own queue; what a set-up costs falls
 * due when a unit begins in a worker that does not have it. {@link #main} prints tables.
 */
final class AffinityPlay {
    /**
     * A suite.
     *
     * @param millis what each unit takes beside its set-ups, by name, and {@code known} what the queue thinks it does
     */
    record Suite(
            List<Unit> units,
            Map<String, Double> millis,
            Map<String, Double> known,
            Map<String, List<SetUp>> setUps,
            Map<String, Double> prices) {
        double real(Unit unit) {
            return millis.get(unit.name());
        }

        List<SetUp> of(Unit unit) {
            return setUps.getOrDefault(unit.name(), List.of());
        }

        double price(SetUp setUp) {
            return prices.getOrDefault(setUp.key(), 0.0);
        }

        SetUpPrices pricesFor(int perWorker) {
            return new SetUpPrices(this::of, unit -> known.get(unit.name()), this::price, perWorker);
        }

        List<Unit> ordered() {
            return LongestFirst.order(units, unit -> Math.round(known.get(unit.name())), unit -> 1);
        }

        /** No run can end before. */
        double bound(int workers) {
            double work =
                    millis.values().stream().mapToDouble(Double::doubleValue).sum();
            Set<String> once = new HashSet<>();
            double longest = 0;
            for (Unit unit : units) {
                double alone = real(unit);
                for (SetUp one : of(unit)) {
                    alone += price(one);
                    if (!one.kept() || once.add(one.key())) {
                        work += price(one);
                    }
                }
                longest = Math.max(longest, alone);
            }
            return Math.max(work / workers, longest);
        }
    }

    /**
     * What came out.
     *
     * @param paid how many set-ups were started
     * @param mostHeld by one worker at the same time
     */
    record Outcome(double end, int paid, int mostHeld) {}

    private static final class Player {
        final int number;
        final LinkedHashMap<String, Boolean> held = new LinkedHashMap<>(16, 0.75f, true);

        @Nullable
        Unit unit;

        double end;

        Player(int number) {
            this.number = number;
        }
    }

    private AffinityPlay() {}

    static Outcome play(Suite suite, UnitQueue queue, int workers, int perWorker) {
        List<Player> players = new ArrayList<>();
        for (int i = 1; i <= workers; i++) {
            players.add(new Player(i));
            queue.comes(i);
        }
        double now = 0;
        int paid = 0;
        int mostHeld = 0;
        while (queue.waitingCount() + queue.runningCount() > 0) {
            for (Player player : players) {
                if (player.unit != null) {
                    continue;
                }
                Optional<Unit> taken = queue.take(player.number, player.held.isEmpty());
                if (taken.isPresent()) {
                    Unit unit = taken.get();
                    player.unit = unit;
                    player.end = now + suite.real(unit);
                    for (SetUp one : suite.of(unit)) {
                        if (player.held.get(one.key()) == null) {
                            player.end += suite.price(one);
                            paid += suite.price(one) > 0 ? 1 : 0;
                            player.held.put(one.key(), true);
                        }
                    }
                    while (player.held.size() > perWorker) {
                        player.held.remove(player.held.keySet().iterator().next());
                    }
                    mostHeld = Math.max(mostHeld, player.held.size());
                    suite.of(unit).stream().filter(one -> !one.kept()).forEach(one -> player.held.remove(one.key()));
                }
            }
            Player next = null;
            for (Player player : players) {
                if (player.unit != null && (next == null || player.end < next.end)) {
                    next = player;
                }
            }
            if (next == null || next.unit == null) {
                throw new AssertionError("nobody takes any of " + queue.waiting());
            }
            now = next.end;
            queue.done(next.unit);
            next.unit = null;
        }
        return new Outcome(now, paid, mostHeld);
    }

    static Outcome plain(Suite suite, int workers, int perWorker) {
        return play(suite, new UnitQueue(suite.ordered()), workers, perWorker);
    }

    static Outcome affine(Suite suite, int workers, int perWorker) {
        return play(suite, new UnitQueue(suite.ordered(), suite.pricesFor(perWorker)), workers, perWorker);
    }

    /** The least makespan of all ways to deal the units, if workers keep all that they set up. */
    static double optimum(Suite suite, int workers) {
        List<Unit> units = suite.ordered();
        double[] best = {affine(suite, workers, Integer.MAX_VALUE).end()};
        List<Set<String>> held = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            held.add(new HashSet<>());
        }
        search(suite, units, 0, new double[workers], held, best);
        return best[0];
    }

    private static void search(
            Suite suite, List<Unit> units, int index, double[] loads, List<Set<String>> held, double[] best) {
        if (index == units.size()) {
            best[0] = Math.min(best[0], Arrays.stream(loads).max().orElse(0));
            return;
        }
        Unit unit = units.get(index);
        for (int worker = 0; worker < loads.length; worker++) {
            double cost = suite.real(unit);
            List<String> added = new ArrayList<>();
            for (SetUp one : suite.of(unit)) {
                if (!held.get(worker).contains(one.key())) {
                    cost += suite.price(one);
                    added.add(one.key());
                }
            }
            if (loads[worker] + cost >= best[0]) {
                continue;
            }
            boolean empty = loads[worker] == 0 && held.get(worker).isEmpty();
            loads[worker] += cost;
            held.get(worker).addAll(added);
            search(suite, units, index + 1, loads, held, best);
            loads[worker] -= cost;
            added.forEach(held.get(worker)::remove);
            if (empty) {
                // The others are empty as well.
                break;
            }
        }
    }

    /**
     * A seeded suite: classes log-normal with a Pareto tail, families of very different size.
     *
     * @param families how many there are
     * @param keyless the part of classes that needs no set-up
     * @param price of a set-up, in classes of average length; each is up to three times more or less
     * @param noise the standard deviation of the logarithm of what is known through what is true
     */
    static Suite suite(long seed, int count, int families, double keyless, double price, double noise) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>();
        Map<String, Double> millis = new HashMap<>();
        Map<String, Double> known = new HashMap<>();
        Map<String, List<SetUp>> setUps = new HashMap<>();
        Map<String, Double> prices = new HashMap<>();
        double[] share = new double[families];
        for (int i = 0; i < families; i++) {
            share[i] = Math.exp(random.nextGaussian());
        }
        double shares = Arrays.stream(share).sum();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            String name = String.format(Locale.ROOT, "Some%05dTest", i);
            units.add(new Unit(name, List.of(name)));
            double real = 1000
                    * (random.nextInt(50) == 0
                            ? Math.min(100, 5 * Math.pow(1 - random.nextDouble(), -1 / 1.5))
                            : Math.exp(random.nextGaussian()));
            sum += real;
            millis.put(name, real);
            known.put(name, real * Math.exp(noise * random.nextGaussian()));
            if (families > 0 && random.nextDouble() >= keyless) {
                int family = 0;
                for (double left = random.nextDouble() * shares - share[0]; left > 0 && family < families - 1; ) {
                    family++;
                    left -= share[family];
                }
                setUps.put(name, List.of(new SetUp("k" + family, "context " + family, true)));
            }
        }
        for (int i = 0; i < families; i++) {
            prices.put("k" + i, price * sum / count * Math.pow(3, 2 * random.nextDouble() - 1));
        }
        return new Suite(List.copyOf(units), millis, known, setUps, prices);
    }

    /** Suites of one kind, and who runs them. */
    record Kind(int count, int families, double keyless, double price, double noise, int workers, int perWorker) {
        Suite suite(long seed) {
            return AffinityPlay.suite(seed, count, families, keyless, price, noise);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %.0f %% | %s | %s | %d | %d ",
                    count,
                    families,
                    100 * keyless,
                    price,
                    noise == 0 ? "exact" : "±" + Math.round(100 * noise) + " %",
                    workers,
                    perWorker);
        }
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    private static String spread(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return String.format(
                Locale.ROOT, "| %.2f | %.2f | %.2f ", at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1]);
    }

    /** Prints a line of a table. */
    private static void compare(Kind kind, int rounds) {
        double[] toPlain = new double[rounds];
        double[] toBest = new double[rounds];
        double[] plainToBest = new double[rounds];
        double[] paid = new double[rounds];
        for (int seed = 0; seed < rounds; seed++) {
            Suite suite = kind.suite(seed);
            Outcome plain = plain(suite, kind.workers(), kind.perWorker());
            Outcome affine = affine(suite, kind.workers(), kind.perWorker());
            double best = kind.count() < 10 ? optimum(suite, kind.workers()) : suite.bound(kind.workers());
            toPlain[seed] = affine.end() / plain.end();
            toBest[seed] = affine.end() / best;
            plainToBest[seed] = plain.end() / best;
            paid[seed] = plain.paid() == 0 ? 1 : (double) affine.paid() / plain.paid();
        }
        System.out.println(kind + spread(toPlain) + spread(paid) + spread(toBest)
                + spread(plainToBest).substring(0, 9) + "|");
    }

    /** How long a worker waits for the answer, in microseconds. */
    private static void cost(int count, int families, int workers) {
        double[] each = new double[0];
        for (int round = 0; round < 6; round++) {
            Suite suite = suite(round, count, Math.max(1, families), families == 0 ? 1 : 0.1, 10, 0);
            UnitQueue queue = new UnitQueue(suite.ordered(), suite.pricesFor(8));
            List<Unit> running = new ArrayList<>();
            each = new double[count];
            int taken = 0;
            for (int i = 1; taken < count; i = i % workers + 1) {
                if (running.size() == workers) {
                    queue.done(running.remove(0));
                }
                long begin = System.nanoTime();
                Optional<Unit> next = queue.take(i, false);
                double micros = (System.nanoTime() - begin) / 1000.0;
                if (next.isPresent()) {
                    each[taken++] = micros;
                    running.add(next.get());
                } else if (!running.isEmpty()) {
                    queue.done(running.remove(0));
                }
            }
        }
        Arrays.sort(each);
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %.0f | %.0f | %.0f |%n",
                count,
                families,
                workers,
                at(each, 0.5),
                at(each, 0.99),
                each[count - 1]);
    }

    private static void head(String best) {
        System.out.println();
        System.out.println("| classes | set-ups | without | price | known | workers | kept | time | 95th | worst"
                + " | set-ups | 95th | worst | to " + best + " | 95th | worst | without affinity |");
        System.out.println("|---".repeat(17) + "|");
    }

    /** Arguments: how many suites of each kind, default 300. */
    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        head("the best");
        for (int workers : new int[] {2, 3}) {
            for (double price : new double[] {0.3, 2, 8}) {
                compare(new Kind(9, 3, 0.2, price, 0, workers, 8), rounds);
            }
        }
        head("the bound");
        for (int workers : new int[] {4, 8}) {
            for (double price : new double[] {1, 10, 40}) {
                compare(new Kind(100, 10, 0.2, price, 0.3, workers, 8), rounds);
            }
        }
        compare(new Kind(100, 1, 0.1, 20, 0.3, 4, 8), rounds);
        compare(new Kind(100, 3, 0.5, 10, 0.3, 4, 8), rounds);
        compare(new Kind(100, 30, 0.1, 5, 0.3, 4, 8), rounds);
        compare(new Kind(100, 30, 0.1, 5, 0.3, 4, 2), rounds);
        compare(new Kind(1000, 40, 0.3, 20, 0.3, 8, 8), Math.max(1, rounds / 10));
        System.out.println();
        System.out.println("| classes | set-ups | workers | µs | 99th | longest |");
        System.out.println("|---".repeat(6) + "|");
        cost(2000, 0, 8);
        cost(2000, 50, 8);
        cost(2000, 500, 8);
    }
}

package io.github.surefiremp.shard;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.LongestFirst;
import io.github.surefiremp.schedule.UnitQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long a suite takes on many machines, in simulated time: order, deal and each machine's queue are mp's own, and the
 * queue that the machines share follows the rules of SharedQueue and QueueLink: one unit for each idle worker, one ahead
 * for each busy one (eight where they are short), and those of a lost machine when its lease has ended.
 *
 * <p>What is left out: starting, compiling and finding tests, which each machine does once. {@link #main} prints a table.
 */
final class ManyMachines {
    static final long LEASE = 15_000;
    private static final long SHORT = 50;
    private static final int SHORT_ONES_AHEAD = 8;
    private static final double HOURS = 24;
    /** About; a day is filled up afterwards. */
    private static final double LONGEST_TEST_MILLIS = 60_000;

    /**
     * A suite.
     *
     * @param millis what each unit really takes, at least 1
     * @param known what the history says; no entry for a unit that it does not have
     */
    record Suite(List<Unit> units, Map<String, Long> millis, Map<String, Long> known) {
        long real(Unit unit) {
            return Objects.requireNonNull(millis.get(unit.name()));
        }

        long work() {
            return millis.values().stream().mapToLong(Long::longValue).sum();
        }

        long longest() {
            return millis.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }

        /** No run can end before, whoever deals. */
        long bound(int machines, int workers) {
            return Math.max(-Math.floorDiv(-work(), (long) machines * workers), longest());
        }

        List<Unit> ordered(List<Unit> some) {
            return LongestFirst.order(some, unit -> known.get(unit.name()), unit -> 1);
        }

        Map<String, Integer> dealt(int machines) {
            return Deal.deal(units, LongestFirst.weights(units, unit -> known.get(unit.name()), unit -> 1), machines);
        }
    }

    /**
     * A machine is lost.
     *
     * @param replaced another one begins at once: with its shard from the start, or joins the queue
     */
    record Loss(int machine, long at, boolean replaced) {}

    /**
     * What came out.
     *
     * @param results how many counted of each unit
     */
    record Outcome(long end, Map<String, Integer> results) {}

    private ManyMachines() {}

    /**
     * A seeded suite: classes of one test and more, log-normal with a Pareto tail up to about a minute, a day of
     * work in all.
     *
     * @param noise the standard deviation of the logarithm of what is known through what is true
     * @param unknown the part of units that the history does not have
     * @param most longer classes are cut into parts of so many seconds, as far as their tests are not longer themselves
     */
    static Suite day(long seed, int tests, double noise, double unknown, double most) {
        Random random = new Random(seed);
        List<double[]> classes = new ArrayList<>();
        for (int left = tests; left > 0; ) {
            double[] one = new double[Math.min(left, 1 + (int) (-9 * Math.log(1 - random.nextDouble())))];
            left -= one.length;
            double own = Math.exp(0.8 * random.nextGaussian());
            for (int i = 0; i < one.length; i++) {
                // One of a hundred is of the slow kind; without an end to it a single test could be the whole day.
                one[i] = own
                        * (random.nextInt(100) == 0
                                ? Math.min(1000, 10 * Math.pow(1 - random.nextDouble(), -1 / 1.5))
                                : Math.exp(random.nextGaussian()));
            }
            classes.add(one);
        }
        double longest = LONGEST_TEST_MILLIS / scale(classes);
        classes.forEach(one -> Arrays.setAll(one, i -> Math.min(longest, one[i])));
        double scale = scale(classes);
        List<Unit> units = new ArrayList<>();
        Map<String, Long> millis = new HashMap<>();
        Map<String, Long> known = new HashMap<>();
        for (double[] one : classes) {
            double part = 0;
            for (int i = 0; i < one.length; i++) {
                part += one[i] * scale;
                if (i + 1 < one.length && part + one[i + 1] * scale <= most * 1000) {
                    continue;
                }
                String name = String.format(Locale.ROOT, "com.example.Some%05dTest", units.size());
                units.add(new Unit(name, List.of(name)));
                long real = Math.max(1, Math.round(part));
                millis.put(name, real);
                long seen = Math.max(1, Math.round(real * Math.exp(noise * random.nextGaussian())));
                if (random.nextDouble() >= unknown) {
                    known.put(name, seen);
                }
                part = 0;
            }
        }
        return new Suite(List.copyOf(units), Map.copyOf(millis), Map.copyOf(known));
    }

    /** How many milliseconds one is, if all are a day. */
    private static double scale(List<double[]> classes) {
        return HOURS
                * 3_600_000
                / classes.stream().flatMapToDouble(Arrays::stream).sum();
    }

    /** Static shards: each machine runs its own units, the longest first, and a lost one's job begins anew. */
    static Outcome shards(Suite suite, int machines, int workers, ToIntFunction<Unit> shardOf, @Nullable Loss loss) {
        List<List<Unit>> own = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            own.add(new ArrayList<>());
        }
        suite.units().forEach(unit -> own.get(shardOf.applyAsInt(unit)).add(unit));
        long end = 0;
        Map<String, Integer> results = new HashMap<>();
        for (int i = 0; i < machines; i++) {
            long took = alone(suite, own.get(i), workers, results);
            boolean lost = loss != null && loss.machine() == i && took > loss.at();
            end = Math.max(end, lost ? loss.at() + took : took);
        }
        return new Outcome(end, results);
    }

    private static long alone(Suite suite, List<Unit> units, int workers, Map<String, Integer> results) {
        UnitQueue queue = new UnitQueue(suite.ordered(units));
        record Ends(long at, Unit unit) {}
        PriorityQueue<Ends> running = new PriorityQueue<>(Comparator.comparingLong(Ends::at));
        long now = 0;
        while (true) {
            while (running.size() < workers && queue.has(1, false)) {
                Unit unit = queue.take(1, false).orElseThrow();
                running.add(new Ends(now + suite.real(unit), unit));
            }
            Ends next = running.poll();
            if (next == null) {
                return now;
            }
            now = next.at();
            queue.done(next.unit());
            results.merge(next.unit().name(), 1, Integer::sum);
        }
    }

    /** One queue for all. */
    static Outcome queue(Suite suite, int machines, int workers, long roundTrip, @Nullable Loss loss) {
        return new Shared(suite, workers, roundTrip).run(machines, loss);
    }

    /** The server and the machines around it. */
    private static final class Shared {
        private record Event(long at, long number, Runnable what) {}

        private final Suite suite;
        private final int workers;
        private final long roundTrip;
        private final Deque<Unit> fresh;
        /** Of a machine whose lease has ended. */
        private final Deque<Unit> claimable = new ArrayDeque<>();

        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
        private final List<Machine> all = new ArrayList<>();
        private final Map<String, Integer> results = new HashMap<>();
        private long number;
        private long now;
        private long end;

        Shared(Suite suite, int workers, long roundTrip) {
            this.suite = suite;
            this.workers = workers;
            this.roundTrip = roundTrip;
            this.fresh = new ArrayDeque<>(suite.ordered(suite.units()));
        }

        Outcome run(int machines, @Nullable Loss loss) {
            for (int i = 0; i < machines; i++) {
                join();
            }
            if (loss != null) {
                at(loss.at(), () -> lose(loss));
            }
            for (Event next = events.poll(); next != null; next = events.poll()) {
                now = next.at();
                next.what().run();
            }
            return new Outcome(end, results);
        }

        private void at(long time, Runnable what) {
            events.add(new Event(time, number++, what));
        }

        private void join() {
            Machine machine = new Machine();
            all.add(machine);
            at(now, machine::go);
        }

        private void lose(Loss loss) {
            Machine lost = all.get(loss.machine());
            lost.gone = true;
            if (loss.replaced()) {
                join();
            }
            at(now + LEASE, () -> {
                claimable.addAll(lost.local.running());
                claimable.addAll(lost.local.waiting());
                all.forEach(Machine::go);
            });
        }

        private final class Machine {
            final UnitQueue local = new UnitQueue(List.of());
            boolean asking;
            boolean gone;

            void go() {
                if (gone) {
                    return;
                }
                while (local.runningCount() < workers && local.has(1, false)) {
                    Unit unit = local.take(1, false).orElseThrow();
                    at(now + suite.real(unit), () -> ended(unit));
                }
                if (!asking && wanted() > 0 && !(fresh.isEmpty() && claimable.isEmpty())) {
                    asking = true;
                    at(now + roundTrip, this::got);
                }
            }

            private int wanted() {
                int idle = workers - local.runningCount();
                List<Unit> here = local.waiting();
                boolean allShort = !here.isEmpty()
                        && here.stream().allMatch(unit -> suite.known().getOrDefault(unit.name(), SHORT + 1) <= SHORT);
                return idle > 0
                        ? idle
                        : Math.max(0, local.runningCount() * (allShort ? SHORT_ONES_AHEAD : 1) - here.size());
            }

            private void got() {
                asking = false;
                if (gone) {
                    return;
                }
                List<Unit> units = new ArrayList<>();
                for (int most = wanted(); units.size() < most && !fresh.isEmpty(); ) {
                    units.add(fresh.remove());
                }
                for (int most = wanted(); units.size() < most && !claimable.isEmpty(); ) {
                    units.add(claimable.remove());
                }
                local.add(units);
                go();
            }

            private void ended(Unit unit) {
                if (gone) {
                    return;
                }
                local.done(unit);
                results.merge(unit.name(), 1, Integer::sum);
                end = Math.max(end, now);
                go();
            }
        }
    }

    /** Prints how much longer than the bound each way takes, the median over seeds. Arguments: workers, noise, seconds of a part. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        int workers = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        double noise = args.length > 1 ? Double.parseDouble(args[1]) : 0.3;
        double most = args.length > 2 ? Double.parseDouble(args[2]) : Double.POSITIVE_INFINITY;
        List<Suite> suites = new ArrayList<>();
        for (int seed = 1; seed <= 11; seed++) {
            suites.add(day(seed, 50_000, noise, 0.05, most));
        }
        System.out.printf(
                Locale.ROOT,
                "units %.0f, longest %.0f s, work %.1f h (medians); workers %d, noise %.2f%n",
                median(suites, suite -> suite.units().size()),
                median(suites, suite -> suite.longest() / 1e3),
                median(suites, suite -> suite.work() / 3.6e6),
                workers,
                noise);
        for (boolean lost : List.of(false, true)) {
            System.out.println(lost ? "\nA machine is lost half-way:\n" : "\nNo machine is lost:\n");
            System.out.println("| machines | bound | by hash | round robin | mp.shard | mp.queue |"
                    + (lost ? " mp.queue, replaced |" : ""));
            System.out.println("|---|---|---|---|---|---|" + (lost ? "---|" : ""));
            for (int machines : new int[] {1, 2, 5, 10, 20, 50, 100, 200}) {
                row(suites, machines, workers, lost);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void row(List<Suite> suites, int machines, int workers, boolean lost) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(machines));
        cells.add(String.format(Locale.ROOT, "%.0f s", median(suites, suite -> suite.bound(machines, workers) / 1e3)));
        for (int way = 0; way < (lost ? 5 : 4); way++) {
            int which = way;
            boolean nobodyLeft = lost && machines == 1 && way == 3;
            cells.add(
                    nobodyLeft
                            ? "never"
                            : String.format(
                                    Locale.ROOT,
                                    "%.3f",
                                    median(suites, suite -> ratio(suite, machines, workers, which, lost))));
        }
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static double ratio(Suite suite, int machines, int workers, int way, boolean lost) {
        long bound = suite.bound(machines, workers);
        Loss loss = lost ? new Loss(suite.units().size() % machines, bound / 2, way != 3) : null;
        Map<String, Integer> turn = new HashMap<>();
        suite.units().forEach(unit -> turn.put(unit.name(), turn.size() % machines));
        Map<String, Integer> dealt = way == 2 ? suite.dealt(machines) : Map.of();
        Outcome outcome = switch (way) {
            case 0 -> shards(suite, machines, workers, byHash(machines), loss);
            case 1 -> shards(suite, machines, workers, unit -> turn.get(unit.name()), loss);
            case 2 -> shards(suite, machines, workers, unit -> dealt.get(unit.name()), loss);
            default -> queue(suite, machines, workers, 1, loss);
        };
        if (outcome.results().size() != suite.units().size()
                || outcome.results().values().stream().anyMatch(count -> count != 1)) {
            throw new AssertionError("not every unit has exactly one result");
        }
        return outcome.end() / (double) bound;
    }

    static ToIntFunction<Unit> byHash(int machines) {
        return unit -> Math.floorMod(unit.name().hashCode() * 0x9E3779B1 >>> 8, machines);
    }

    private static double median(List<Suite> suites, ToDoubleFunction<Suite> of) {
        double[] sorted = suites.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

package io.github.surefiremp.provider;

import io.github.surefiremp.dispatch.Planner;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.partition.Durations;
import io.github.surefiremp.partition.Granularity;
import io.github.surefiremp.partition.GroupException;
import io.github.surefiremp.partition.Partition;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.remember.KnownPrices;
import io.github.surefiremp.remember.Outcomes;
import io.github.surefiremp.schedule.LongestFirst;
import io.github.surefiremp.schedule.SetUpPrices;
import io.github.surefiremp.schedule.UnitQueue;
import io.github.surefiremp.schedule.Workload;
import io.github.surefiremp.select.Failures;
import io.github.surefiremp.select.LastFailed;
import io.github.surefiremp.select.Sequence;
import io.github.surefiremp.shard.ShardPlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps partition and schedule: from classes to the queue of units. For one thread. */
final class Planning implements Planner, Failures {
    private final Handoff handoff;
    private final Expectations expectations;
    private final Outcomes outcomes;
    private final Consumer<String> info;
    private boolean onlyFailed;
    /** Only so that a first run can compare tests with set-ups. */
    private static final int USUAL_TEST_MILLIS = 100;

    private final Map<String, TestClass> classes = new HashMap<>();
    private @Nullable ShardPlan shards;

    /**
     * @param info tells the user something
     */
    Planning(Handoff handoff, Expectations expectations, Outcomes outcomes, Consumer<String> info) {
        this.handoff = handoff;
        this.expectations = expectations;
        this.outcomes = outcomes;
        this.info = info;
    }

    /** Names of the classes that discovery found; empty before. */
    Set<String> discovered() {
        return classes.keySet();
    }

    /** The shared fixtures of a class, as in {@link TestClass#fixtures()}. */
    Set<String> fixturesOf(String className) {
        TestClass type = classes.get(className);
        return type == null ? Set.of() : type.fixtures();
    }

    /** What a class needs that a JVM keeps. */
    List<SetUp> setUpsOf(String className) {
        TestClass type = classes.get(className);
        return type == null ? List.of() : type.setUps();
    }

    /** What units need beside their tests, and what that costs; null where it does not count. */
    @Nullable
    SetUpPrices setUpPrices(List<Unit> units) {
        boolean any = classes.values().stream().anyMatch(type -> !type.setUps().isEmpty());
        if (!any || !handoff.bringsTogether()) {
            return null;
        }
        ToLongFunction<Unit> weights = LongestFirst.weights(units, this::expectedMillis, this::tests);
        boolean known = units.stream().anyMatch(unit -> expectedMillis(unit) != null);
        int scale = known ? 1 : USUAL_TEST_MILLIS;
        return new SetUpPrices(
                this::setUpsOf,
                unit -> (double) weights.applyAsLong(unit) * scale,
                prices()::millis,
                handoff.setUpsPerWorker(),
                Math.min(1, expectations.cpuShare().orElse(1) / MpRun.cores()));
    }

    /** Of several classes that need the same one, the last decides whether it is kept. */
    private Collection<SetUp> setUpsOf(Unit unit) {
        Map<String, SetUp> all = new LinkedHashMap<>();
        for (String name : unit.classes()) {
            setUpsOf(name).forEach(one -> all.put(one.key(), one));
        }
        return all.values();
    }

    /** What set-ups cost, as far as earlier runs know. */
    KnownPrices prices() {
        return new KnownPrices(
                expectations, classes.values().stream().collect(Collectors.toMap(TestClass::name, TestClass::setUps)));
    }

    @Override
    public WorkQueue plan(List<TestClass> found) throws PlanException {
        found.forEach(type -> classes.put(type.name(), type));
        if (!handoff.choice().sequence().isEmpty()) {
            return sequence(found);
        }
        LastFailed failed = new LastFailed(this);
        List<TestClass> chosen = handoff.choice().onlyFailed() ? choose(found, failed) : found;
        List<Unit> units = partition(chosen);
        if (onlyFailed) {
            units = failed.pieces(units, chosen);
        }
        int threads =
                chosen.stream().mapToInt(type -> type.threads().count()).max().orElse(1);
        if (threads > 1) {
            int np = handoff.np();
            String marked = handoff.threads() == threads
                    ? "mp: tests that are @Parallelizable run in parallel: up to "
                    : "mp: JUnit Jupiter runs tests in parallel"
                            + (handoff.threads() > 1 ? ", so mp.threads has no effect" : "") + ": up to ";
            info.accept(marked + (long) np * threads
                    + " tests at the same time (" + np + (np == 1 ? " worker" : " workers") + " × " + threads
                    + " threads)");
        }
        // LPT, unless the user asked Surefire for an order of their own.
        List<Unit> ordered = handoff.keepOrder() ? units : LongestFirst.order(units, this::expectedMillis, this::tests);
        if (handoff.shard().isOn()) {
            ordered = shareOf(found, ordered);
        }
        return new UnitQueue(
                handoff.choice().failedFirst() ? failed.first(ordered, chosen) : ordered, setUpPrices(units));
    }

    /** The classes that the user named, in one JVM. */
    private WorkQueue sequence(List<TestClass> found) throws PlanException {
        Sequence sequence = Sequence.of(handoff.choice().sequence(), found);
        if (!sequence.missing().isEmpty()) {
            throw new PlanException("mp.bisect.order names classes that have no tests in " + handoff.execution()
                    + " of " + handoff.module() + ": " + String.join(", ", sequence.missing()) + "\nNo test was run.");
        }
        info.accept("mp: runs " + count(sequence.classes().size(), "class", "classes")
                + " one after another in one JVM, as mp.bisect.order says");
        return new UnitQueue(
                handoff.choice().oneUnit()
                        ? List.of(new Unit("sequence", sequence.classes()))
                        : sequence.classes().stream()
                                .map(name -> new Unit(name, List.of(name)))
                                .toList());
    }

    /** What failed last, but never nothing in the whole build: then it is all. */
    private List<TestClass> choose(List<TestClass> found, LastFailed failed) {
        List<TestClass> chosen = failed.classes(found);
        boolean nothing = chosen.isEmpty() && !handoff.choice().failedElsewhere();
        onlyFailed = !nothing;
        String what = chosen.isEmpty()
                ? nothing
                        ? "nothing failed when it ran last, so everything runs"
                        : "nothing runs here, because what failed last is elsewhere in this build"
                : "runs what failed last, in " + chosen.size() + " of " + count(found.size(), "class", "classes");
        info.accept("mp: mp.only=last-failed: " + what);
        return nothing ? found : chosen;
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** Whether only what failed last was planned, so that a class may be there with some of its tests. */
    boolean isOnlyFailed() {
        return onlyFailed;
    }

    @Override
    public boolean in(String className) {
        return outcomes.failedIn(className);
    }

    @Override
    public Set<Integer> pieces(TestClass type) {
        return outcomes.failedPieces(type);
    }

    /** The plan of all shards; empty where there are none, and before there is a plan. */
    Optional<ShardPlan> shards() {
        return Optional.ofNullable(shards);
    }

    private List<Unit> shareOf(List<TestClass> found, List<Unit> units) throws PlanException {
        if (units.isEmpty() && handoff.shard().failIfNoTests()) {
            // Surefire cannot tell: it would take the empty share of one machine for an empty suite.
            throw new PlanException("no machine has any test, and failIfNoTests is set");
        }
        ShardPlan plan = ShardPlan.of(
                handoff.shard().number(),
                handoff.shard().total(),
                units,
                LongestFirst.weights(units, this::expectedMillis, this::tests),
                found.stream().map(Planning::text).toList(),
                found.stream().flatMap(this::knownOf).toList());
        shards = plan;
        info.accept("mp: shard " + plan.shard() + " of " + plan.total() + " (0 to " + (plan.total() - 1) + ") has "
                + (plan.own().isEmpty() ? "none" : plan.own().size()) + " of " + count(units.size(), "unit", "units")
                + (plan.own().isEmpty() ? "; there is nothing to run here" : ""));
        return plan.own();
    }

    private static String text(TestClass type) {
        return type.name() + " " + type.tests() + " "
                + type.pieces().stream().map(Piece::selector).toList();
    }

    private Stream<String> knownOf(TestClass type) {
        Stream<String> ofPieces =
                type.pieces().stream().map(piece -> piece.selector() + " " + expectations.ofPiece(piece));
        return Stream.concat(Stream.of(type.name() + " " + expectations.ofClass(type.name())), ofPieces);
    }

    private List<Unit> partition(List<TestClass> found) throws PlanException {
        Partition.Options options = new Partition.Options(
                Granularity.valueOf(handoff.granularity()),
                handoff.freshJvm(),
                handoff.locks(),
                handoff.planNp(),
                handoff.shard().isOn());
        try {
            return Partition.intoUnits(found, options, new Durations() {
                @Override
                public OptionalLong ofClass(String className) {
                    return expectations.ofClass(className);
                }

                @Override
                public OptionalLong ofPiece(Piece piece) {
                    return expectations.ofPiece(piece);
                }
            });
        } catch (GroupException e) {
            throw new PlanException(e.getMessage() + "\nNo test was run.");
        }
    }

    /** What is known of a unit before it runs. */
    Workload.Forecast forecast(Unit unit) {
        Long millis = expectedMillis(unit);
        return new Workload.Forecast(millis == null ? -1 : millis, tests(unit));
    }

    private @Nullable Long expectedMillis(Unit unit) {
        long sum = 0;
        long longest = 0;
        for (ClassPart part : unit.parts()) {
            if (part.isWhole()) {
                OptionalLong known = expectations.ofClass(part.className());
                if (known.isEmpty()) {
                    return null;
                }
                sum += known.getAsLong();
                longest = Math.max(longest, known.getAsLong());
            }
            for (Piece piece : pieces(part)) {
                OptionalLong known = expectations.ofPiece(piece);
                if (known.isEmpty()) {
                    return null;
                }
                sum += known.getAsLong();
            }
        }
        return unit.isConcurrent() ? Math.max(longest, sum / unit.threads()) : sum;
    }

    private int tests(Unit unit) {
        int sum = 0;
        for (ClassPart part : unit.parts()) {
            TestClass type = classes.get(part.className());
            sum += part.isWhole()
                    ? (type == null ? 1 : type.tests())
                    : pieces(part).stream().mapToInt(Piece::tests).sum();
        }
        return unit.isConcurrent() ? Math.max(1, sum / unit.threads()) : sum;
    }

    private List<Piece> pieces(ClassPart part) {
        TestClass type = classes.get(part.className());
        return type == null
                ? List.of()
                : part.pieces().stream()
                        // Another machine's plan may have cut a class that this one did not look into.
                        .filter(selected -> selected.position() < type.pieces().size())
                        .map(selected -> type.pieces().get(selected.position()))
                        .toList();
    }
}

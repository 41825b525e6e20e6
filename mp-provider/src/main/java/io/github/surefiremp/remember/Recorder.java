package io.github.surefiremp.remember;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.KeptSetUps;
import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.remember.UnitTimes.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long each test and each class takes. Repetitions of failed tests are left out. For one thread.
 *
 * <p>A class is measured from when a worker got it until the worker asked again, so that its set-up is in the figure;
 * of several classes in one unit the first has what was spent outside of all. A class that was split took as long as
 * all of its parts together.
 */
public final class Recorder implements RunObserver {
    private final String module;
    private final String execution;
    private final LongSupplier nanoClock;
    private final IntToLongFunction cpuMillis;
    private final Map<Integer, Long> cpuBefore = new HashMap<>();
    private final Map<Integer, UnitTimes> current = new HashMap<>();
    private final Map<TestKey, Measurement> tests = new LinkedHashMap<>();
    private final Set<String> completeClasses = new HashSet<>();
    private final Map<String, ClassTimes> classes = new HashMap<>();
    private final Function<String, Collection<SetUp>> setUpsOf;
    private final int setUpsPerWorker;
    /** Of the JVMs that ran something. */
    private final Map<Integer, KeptSetUps> kept = new HashMap<>();

    private final Map<TestKey, Occasions> occasions = new HashMap<>();
    private final UnitCosts costs = new UnitCosts();
    private final long begun;
    private long plannedAt = -1;

    /** What is known of a class until all of its parts have ended. */
    private static final class ClassTimes {
        int waiting;
        long nanos;
        double cpuMillis;

        @Nullable
        Kind worst;
    }

    /**
     * @param cpuMillis the CPU time that a worker has used in all, in milliseconds; negative if unknown
     * @param setUpsOf what a class needs that a JVM keeps
     * @param setUpsPerWorker how many of them one JVM keeps
     */
    public Recorder(
            String module,
            String execution,
            LongSupplier nanoClock,
            IntToLongFunction cpuMillis,
            Function<String, Collection<SetUp>> setUpsOf,
            int setUpsPerWorker) {
        this.module = module;
        this.execution = execution;
        this.nanoClock = nanoClock;
        this.cpuMillis = cpuMillis;
        this.setUpsOf = setUpsOf;
        this.setUpsPerWorker = setUpsPerWorker;
        this.begun = nanoClock.getAsLong();
    }

    @Override
    public void planned(List<Unit> units) {
        plannedAt = nanoClock.getAsLong();
        units.forEach(this::plan);
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        kept.remove(worker);
    }

    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        plan(rest);
    }

    private void plan(Unit unit) {
        unit.parts().stream()
                .filter(part -> !part.isWhole())
                .forEach(part -> classes.computeIfAbsent(part.className(), key -> new ClassTimes()).waiting++);
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        current.put(worker, new UnitTimes(unit, nanoClock.getAsLong(), found(worker, unit)));
        cpuBefore.put(worker, cpuMillis.applyAsLong(worker));
    }

    /** What each class of a unit will find in its JVM. */
    private List<Found> found(int worker, Unit unit) {
        boolean first = !kept.containsKey(worker);
        KeptSetUps there = kept.computeIfAbsent(worker, number -> new KeptSetUps(setUpsPerWorker));
        List<Found> found = new ArrayList<>();
        for (String name : unit.classes()) {
            Set<String> missing =
                    there.use(setUpsOf.apply(name)).stream().map(SetUp::key).collect(Collectors.toSet());
            Occasion later = missing.isEmpty() ? Occasion.WARM : Occasion.SET_UP;
            found.add(new Found(first && found.isEmpty() ? Occasion.COLD : later, missing));
        }
        return found;
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        UnitTimes unit = current.get(worker);
        if (event.rerun() && event.kind() == Kind.PASSED) {
            passedAgain(new TestKey(module, execution, event.className(), event.method()));
        }
        if (unit == null || unit.isOver() || event.rerun()) {
            return;
        }
        if (event.kind().endsTest() && !event.method().isEmpty()) {
            long nanos = event.kind() == Kind.SKIPPED ? 0 : event.nanos() - unit.testSince(event);
            learn(new TestKey(module, execution, event.className(), event.method()), nanos, event.kind());
            unit.tested(nanos);
        }
        unit.add(event);
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        UnitTimes ended = current.remove(worker);
        if (ended == null) {
            return;
        }
        ended.end(nanoClock.getAsLong());
        double share = cpuShare(worker, unit, ended);
        price(unit, ended, share);
        for (int i = 0; i < unit.parts().size(); i++) {
            ClassPart part = unit.parts().get(i);
            if (part.isRest()) {
                // What its lost worker spent on the class is not known.
                continue;
            }
            ClassTimes times = new ClassTimes();
            times.waiting = 1;
            if (!part.isWhole()) {
                times = classes.computeIfAbsent(part.className(), key -> new ClassTimes());
            }
            times.waiting--;
            times.nanos += ended.nanos(i);
            times.cpuMillis += share * millis(ended.nanos(i));
            times.worst = worse(times.worst, ended.worst(i));
            if (times.waiting == 0 && times.worst != null) {
                TestKey key = new TestKey(module, execution, part.className(), TestKey.WHOLE_CLASS);
                learn(key, times.nanos, times.worst);
                addCpu(key, times.cpuMillis);
                if (part.isWhole() && !unit.isConcurrent()) {
                    long millis = TimeUnit.NANOSECONDS.toMillis(Math.max(0, times.nanos));
                    occasions.put(key, Occasions.of(ended.found(i).occasion(), millis));
                }
                completeClasses.add(part.className());
            }
        }
    }

    private void price(Unit unit, UnitTimes ended, double share) {
        if (unit.isConcurrent() || unit.parts().stream().anyMatch(ClassPart::isRest)) {
            return;
        }
        double millis = 0;
        Set<String> setUps = new HashSet<>();
        for (int i = 0; i < unit.parts().size(); i++) {
            millis += millis(ended.nanos(i));
            setUps.addAll(ended.found(i).setUps());
        }
        Occasion occasion = ended.found(0).occasion();
        costs.add(new UnitCosts.Cost(
                occasion == Occasion.WARM && !setUps.isEmpty() ? Occasion.SET_UP : occasion,
                setUps,
                millis,
                millis(ended.testNanos()),
                Double.isNaN(share) ? Measurement.UNKNOWN : share * millis));
    }

    private void passedAgain(TestKey key) {
        tests.computeIfPresent(
                key, (same, seen) -> Measurement.isFailure(seen.outcome()) ? seen.with(Remark.PASSED_AGAIN) : seen);
    }

    /** Unknown for a part is unknown for the class. */
    private void addCpu(TestKey key, double millis) {
        long known = Double.isNaN(millis) ? Measurement.UNKNOWN : Math.round(millis);
        tests.computeIfPresent(
                key, (same, seen) -> new Measurement(same, seen.millis(), seen.outcome(), known, seen.remark()));
    }

    /**
     * How many cores the worker kept busy, on average over the classes of a unit; not a number if unknown. Of several
     * classes each gets the same share, because a process has one count of CPU time.
     */
    private double cpuShare(int worker, Unit unit, UnitTimes ended) {
        long before = Objects.requireNonNullElse(cpuBefore.remove(worker), Measurement.UNKNOWN);
        long now = cpuMillis.applyAsLong(worker);
        double millis = 0;
        for (int i = 0; i < unit.parts().size(); i++) {
            millis += millis(ended.nanos(i));
        }
        if (before < 0 || now < 0) {
            return Double.NaN;
        }
        return millis == 0 ? 0 : Math.max(0, now - before) / millis;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /** Its classes do not become complete: those that were split wait for this part for ever, as for a skipped one. */
    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        UnitTimes lost = current.remove(worker);
        cpuBefore.remove(worker);
        if (lost == null || lost.isOver()) {
            return;
        }
        long now = nanoClock.getAsLong();
        lost.runningSince().forEach((test, since) -> lose(test.className(), test.method(), now - since));
        lose(lost.currentClass(), TestKey.WHOLE_CLASS, now - lost.since());
    }

    /** What was running when a worker was lost has failed, and how long it takes is not known. */
    private void lose(String className, String method, long nanos) {
        if (!method.isEmpty()) {
            TestKey key = new TestKey(module, execution, className, method);
            learn(key, nanos, Kind.ERROR);
            tests.computeIfPresent(key, (same, seen) -> seen.with(Remark.LOST));
        }
    }

    /** What was measured. */
    public List<Measurement> measurements() {
        return new ArrayList<>(tests.values());
    }

    /** What a class found in its JVM, and how long it took then; unknown if it was split, or did not run to its end. */
    public Occasions occasions(TestKey ofClass) {
        return occasions.getOrDefault(ofClass, Occasions.UNKNOWN);
    }

    /**
     * Adds what came after the start of a worker.
     *
     * @param start what a start cost
     */
    public StartCost costs(StartCost start) {
        return start.with(
                costs.warmUpMillis(),
                costs.warmUpCpuMillis(),
                plannedAt < 0 ? Measurement.UNKNOWN : TimeUnit.NANOSECONDS.toMillis(plannedAt - begun));
    }

    /** How long a class took, in milliseconds; 0 if it did not run to its end. */
    public double classMillis(String className) {
        Measurement seen = tests.get(new TestKey(module, execution, className, TestKey.WHOLE_CLASS));
        return seen == null || !completeClasses.contains(className) ? 0 : seen.millis();
    }

    /** The test classes that ran to their end. */
    public Set<String> completeClasses() {
        return Set.copyOf(completeClasses);
    }

    private void learn(TestKey key, long nanos, Kind outcome) {
        long millis = Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos));
        Measurement before = tests.get(key);
        // Invocations of one parameterized method can share a name; the method took as long as all of them.
        long sum = before == null ? millis : before.millis() + millis;
        Kind worst = before == null || severity(outcome) > severity(kind(before)) ? outcome : kind(before);
        Measurement now = new Measurement(key, sum, worst.name().toLowerCase(Locale.ROOT));
        tests.put(key, before == null ? now : now.with(before.remark()));
    }

    private static Kind kind(Measurement seen) {
        return Kind.valueOf(seen.outcome().toUpperCase(Locale.ROOT));
    }

    static @Nullable Kind worse(@Nullable Kind one, @Nullable Kind other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return severity(other) > severity(one) ? other : one;
    }

    private static int severity(Kind kind) {
        return switch (kind) {
            case ERROR -> 4;
            case FAILED -> 3;
            case PASSED -> 2;
            case ABORTED -> 1;
            default -> 0;
        };
    }
}

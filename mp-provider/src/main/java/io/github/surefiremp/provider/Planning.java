package io.github.surefiremp.provider;

import io.github.surefiremp.dispatch.Planner;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.partition.Durations;
import io.github.surefiremp.partition.Granularity;
import io.github.surefiremp.partition.GroupException;
import io.github.surefiremp.partition.Partition;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.schedule.LongestFirst;
import io.github.surefiremp.schedule.UnitQueue;
import io.github.surefiremp.schedule.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps partition and schedule: from classes to the queue of units. For one thread. */
final class Planning implements Planner {
    private final Handoff handoff;
    private final Expectations expectations;
    private final Consumer<String> info;
    private final Map<String, TestClass> classes = new HashMap<>();

    /**
     * @param info tells the user something
     */
    Planning(Handoff handoff, Expectations expectations, Consumer<String> info) {
        this.handoff = handoff;
        this.expectations = expectations;
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

    @Override
    public WorkQueue plan(List<TestClass> found) throws PlanException {
        found.forEach(type -> classes.put(type.name(), type));
        List<Unit> units = partition(found);
        int threads =
                found.stream().mapToInt(type -> type.threads().count()).max().orElse(1);
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
        return new UnitQueue(
                handoff.keepOrder() ? units : LongestFirst.order(units, this::expectedMillis, this::tests));
    }

    private List<Unit> partition(List<TestClass> found) throws PlanException {
        Partition.Options options = new Partition.Options(
                Granularity.valueOf(handoff.granularity()), handoff.freshJvm(), handoff.locks(), handoff.np());
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

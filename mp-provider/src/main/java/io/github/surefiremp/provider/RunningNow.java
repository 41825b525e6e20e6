package io.github.surefiremp.provider;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What a run does at the moment, in words: how far it is, and what each worker runs for how long.
 *
 * <p>The run's thread tells, and whoever shows it asks, from a thread of its own; every method holds the monitor, and
 * none for longer than it takes to look at a few workers.
 */
final class RunningNow implements RunObserver, Supplier<List<String>>, AutoCloseable {
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int MILLIS_OF_A_SECOND = 1_000;

    private final LongSupplier nanoClock;
    private final ToDoubleFunction<Unit> expectedMillis;
    /** Expected milliseconds of each unit that waits, by its name; negative where they are not known. */
    private final Map<String, Double> waiting = new HashMap<>();

    private final Map<Integer, Seat> seats = new HashMap<>();
    private final Set<Integer> live = new HashSet<>();
    /** How many parts of each class have not ended. */
    private final Map<String, Integer> parts = new HashMap<>();

    private int classes;
    private int tests;
    private int failed;
    private boolean planned;
    private boolean ended;

    /** Something that runs. */
    private record Open(String className, String method, long since) {}

    /** A worker with a unit. */
    private static final class Seat {
        final Unit unit;
        final long since;
        final double expected;
        /** Tests that have begun and not ended, by {@link ReportEvent#test}. */
        final Map<String, Open> open = new LinkedHashMap<>();

        Seat(Unit unit, long since, double expected) {
            this.unit = unit;
            this.since = since;
            this.expected = expected;
        }
    }

    /** @param expectedMillis how long a unit will take, negative if that is not known */
    RunningNow(LongSupplier nanoClock, ToDoubleFunction<Unit> expectedMillis) {
        this.nanoClock = nanoClock;
        this.expectedMillis = expectedMillis;
    }

    @Override
    public synchronized void planned(List<Unit> units) {
        units.forEach(this::add);
        classes = parts.size();
        planned = true;
    }

    private void add(Unit unit) {
        waiting.put(unit.name(), expectedMillis.applyAsDouble(unit));
        for (ClassPart part : unit.parts()) {
            parts.merge(part.className(), 1, Integer::sum);
        }
    }

    private void remove(Unit unit) {
        waiting.remove(unit.name());
        for (ClassPart part : unit.parts()) {
            parts.computeIfPresent(part.className(), (name, open) -> open > 1 ? open - 1 : null);
        }
    }

    @Override
    public synchronized void workerStarted(int worker, long pid) {
        live.add(worker);
    }

    @Override
    public synchronized void workerEnded(int worker, int exitCode) {
        live.remove(worker);
        seats.remove(worker);
    }

    @Override
    public synchronized void unitStarted(int worker, Unit unit) {
        Double expected = waiting.remove(unit.name());
        seats.put(worker, new Seat(unit, nanoClock.getAsLong(), expected == null ? -1 : expected));
    }

    @Override
    public synchronized void reported(int worker, ReportEvent event) {
        Seat seat = seats.get(worker);
        if (seat == null) {
            return;
        }
        if (event.kind() == Kind.TEST_STARTED) {
            seat.open.put(event.test(), new Open(event.className(), event.method(), nanoClock.getAsLong()));
        } else if (event.kind().endsTest()) {
            seat.open.remove(event.test());
            if (!event.rerun()) {
                tests++;
                failed += event.kind() == Kind.FAILED || event.kind() == Kind.ERROR ? 1 : 0;
            }
        }
    }

    @Override
    public synchronized void unitEnded(int worker, Unit unit) {
        seats.remove(worker);
        remove(unit);
    }

    @Override
    public synchronized void restPlanned(int worker, Unit lost, Unit rest) {
        add(rest);
    }

    @Override
    public synchronized void unitLost(int worker, Unit unit, String reason) {
        seats.remove(worker);
        remove(unit);
    }

    @Override
    public synchronized void unitSkipped(Unit unit) {
        remove(unit);
    }

    @Override
    public synchronized void unitElsewhere(Unit unit) {
        remove(unit);
    }

    /** From now on there is nothing to tell, however the run has ended. */
    @Override
    public synchronized void close() {
        ended = true;
    }

    /** How far the run is, then what runs, longest first; empty once the run has ended. */
    @Override
    public synchronized List<String> get() {
        if (ended) {
            return List.of();
        }
        if (!planned) {
            return List.of("looks for tests");
        }
        List<String> told = new ArrayList<>();
        long now = nanoClock.getAsLong();
        told.add((classes - parts.size()) + " of " + classes + (classes == 1 ? " class, " : " classes, ")
                + (tests == 1 ? "1 test" : tests + " tests")
                + (failed == 0 ? "" : ", " + failed + " failed")
                + left(now));
        seats.values().stream()
                .flatMap(seat -> doing(seat).stream())
                .sorted(Comparator.comparingLong(Open::since))
                .forEach(open -> told.add(name(open) + " " + seconds(millisSince(open.since(), now))));
        return told;
    }

    private static Collection<Open> doing(Seat seat) {
        return seat.open.isEmpty() ? List.of(new Open(seat.unit.classes().get(0), "", seat.since)) : seat.open.values();
    }

    private String left(long now) {
        OptionalLong millis = leftMillis(now);
        // What takes longer than it did has no end that could be told.
        return millis.isEmpty() || millis.getAsLong() < MILLIS_OF_A_SECOND
                ? ""
                : ", about " + seconds(millis.getAsLong()) + " left";
    }

    /** Empty if it is not known of all that is left. */
    private OptionalLong leftMillis(long now) {
        double sum = 0;
        double longest = 0;
        Collection<Double> all = new ArrayList<>(waiting.values());
        for (Seat seat : seats.values()) {
            // What runs longer than expected is not over yet, and nobody knows when it will be.
            all.add(seat.expected < 0 ? -1 : Math.max(0, seat.expected - millisSince(seat.since, now)));
        }
        for (double one : all) {
            if (one < 0) {
                return OptionalLong.empty();
            }
            sum += one;
            longest = Math.max(longest, one);
        }
        return OptionalLong.of(Math.round(Math.max(longest, sum / Math.max(1, live.size()))));
    }

    private static long millisSince(long nanos, long now) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(now - nanos));
    }

    private static String seconds(long millis) {
        long seconds = TimeUnit.MILLISECONDS.toSeconds(millis);
        return seconds < SECONDS_OF_A_MINUTE
                ? seconds + " s"
                : seconds / SECONDS_OF_A_MINUTE + " min " + seconds % SECONDS_OF_A_MINUTE + " s";
    }

    private static String name(Open open) {
        String className = open.className().substring(open.className().lastIndexOf('.') + 1);
        return className + (open.method().isEmpty() ? "" : "." + open.method());
    }
}

package io.github.surefiremp.queue;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Gathers what becomes of each unit, and hands it on when the unit has ended. For one thread. */
public final class ResultRecorder implements RunObserver {
    private final String machine;
    private final LongSupplier nanoClock;
    private final Function<ReportEvent, String> texts;
    private final BooleanSupplier isAbandoned;
    private final BiConsumer<Unit, UnitResult> results;
    private final Map<Integer, Current> current = new HashMap<>();

    private static final class Current {
        final long since;
        final List<UnitResult.Test> tests = new ArrayList<>();
        final Map<String, Long> began = new HashMap<>();
        boolean reruns;

        Current(long since) {
            this.since = since;
        }
    }

    /**
     * @param texts why a test failed
     * @param isAbandoned whether the run ends early, so that what is lost now has no result
     * @param results gets each
     */
    public ResultRecorder(
            String machine,
            LongSupplier nanoClock,
            Function<ReportEvent, String> texts,
            BooleanSupplier isAbandoned,
            BiConsumer<Unit, UnitResult> results) {
        this.machine = machine;
        this.nanoClock = nanoClock;
        this.texts = texts;
        this.isAbandoned = isAbandoned;
        this.results = results;
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        current.put(worker, new Current(nanoClock.getAsLong()));
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        Current unit = current.get(worker);
        if (unit == null) {
            return;
        }
        String name = event.className() + "#" + event.method();
        unit.reruns |= event.kind() == Kind.RERUNS_STARTED;
        if (event.kind() == Kind.TEST_STARTED) {
            unit.began.put(name, event.nanos());
        } else if (event.kind().endsTest()) {
            long since = unit.began.getOrDefault(name, event.nanos());
            UnitResult.Test test = new UnitResult.Test(
                    event.className(),
                    event.method(),
                    event.kind().name().toLowerCase(Locale.ROOT),
                    TimeUnit.NANOSECONDS.toMillis(Math.max(0, event.nanos() - since)),
                    event.kind() == Kind.FAILED || event.kind() == Kind.ERROR ? texts.apply(event) : "");
            if (!unit.reruns) {
                unit.tests.add(test);
            } else if (!test.isFailure()) {
                repair(unit.tests, test);
            }
        }
    }

    /** A test that failed and then passed does not make the build fail; it stays visible. */
    private static void repair(List<UnitResult.Test> tests, UnitResult.Test passed) {
        tests.replaceAll(test -> test.isFailure()
                        && test.className().equals(passed.className())
                        && test.method().equals(passed.method())
                ? new UnitResult.Test(test.className(), test.method(), "flaky", test.millis(), test.text())
                : test);
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        end(worker, unit, UnitResult.Outcome.RAN, List.of());
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        if (isAbandoned.getAsBoolean()) {
            current.remove(worker);
            return;
        }
        end(
                worker,
                unit,
                UnitResult.Outcome.CRASHED,
                List.of(new UnitResult.Test(unit.classes().get(0), "", "error", 0, reason)));
    }

    private void end(int worker, Unit unit, UnitResult.Outcome outcome, List<UnitResult.Test> more) {
        Current ended = current.remove(worker);
        if (ended == null) {
            return;
        }
        List<UnitResult.Test> tests = new ArrayList<>(ended.tests);
        tests.addAll(more);
        long millis = TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong() - ended.since);
        // Which lease it counts for is known where it is sent.
        results.accept(unit, new UnitResult(machine, 0, outcome, millis, tests));
    }
}

package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long each test and each class takes. A class is measured from when a worker got it until the worker
 * asked again, so that its set-up is in the figure. Repetitions of failed tests are left out. For one thread.
 */
public final class Recorder implements RunObserver {
    private final String module;
    private final String execution;
    private final LongSupplier nanoClock;
    private final Map<Integer, Current> current = new HashMap<>();
    private final Map<TestKey, Measurement> tests = new LinkedHashMap<>();
    private final Set<String> completeClasses = new HashSet<>();

    /** What a worker is at. */
    private static final class Current {
        final long since;
        long testSince;

        @Nullable
        Kind worst;

        Current(long since) {
            this.since = since;
            this.testSince = since;
        }
    }

    public Recorder(String module, String execution, LongSupplier nanoClock) {
        this.module = module;
        this.execution = execution;
        this.nanoClock = nanoClock;
    }

    @Override
    public void workerStarted(int worker, long pid) {}

    @Override
    public void unitStarted(int worker, Unit unit) {
        current.put(worker, new Current(nanoClock.getAsLong()));
    }

    @Override
    public void reported(int worker, ReportEvent event) {
        Current unit = current.get(worker);
        if (unit == null || event.rerun()) {
            return;
        }
        if (event.kind() == Kind.TEST_STARTED) {
            unit.testSince = event.nanos();
        } else if (event.kind().endsTest()) {
            if (!event.method().isEmpty()) {
                long nanos = event.kind() == Kind.SKIPPED ? 0 : event.nanos() - unit.testSince;
                learn(new TestKey(module, execution, event.className(), event.method()), nanos, event.kind());
            }
            // Some providers tell no start: then a test began when the one before it ended.
            unit.testSince = event.nanos();
            if (unit.worst == null || severity(event.kind()) > severity(unit.worst)) {
                unit.worst = event.kind();
            }
        }
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        Current ended = current.remove(worker);
        if (ended == null || ended.worst == null) {
            return;
        }
        for (String name : unit.classes()) {
            TestKey key = new TestKey(module, execution, name, TestKey.WHOLE_CLASS);
            learn(key, (nanoClock.getAsLong() - ended.since) / unit.classes().size(), ended.worst);
            completeClasses.add(name);
        }
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        current.remove(worker);
    }

    @Override
    public void workerEnded(int worker, int exitCode) {}

    /** What was measured. */
    public List<Measurement> measurements() {
        return new ArrayList<>(tests.values());
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
        tests.put(key, new Measurement(key, sum, worst.name().toLowerCase(Locale.ROOT)));
    }

    private static Kind kind(Measurement seen) {
        return Kind.valueOf(seen.outcome().toUpperCase(Locale.ROOT));
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

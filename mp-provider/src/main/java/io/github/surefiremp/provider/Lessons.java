package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.Compiling;
import io.github.surefiremp.remember.FlakyTests;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.Recorder;
import io.github.surefiremp.remember.StartCost;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.apache.maven.surefire.booter.BooterConstants;

/** What a run taught, for the history. Used by one thread, when no unit is left. */
final class Lessons {
    private final Handoff handoff;
    private final History known;
    private final Map<String, String> settings;
    private final Recorder recorder;
    private final Planning planning;
    private final TestFiles testFiles;
    private List<String> flaky = List.of();

    /**
     * @param known what the run was planned from
     * @param settings of Surefire's fork
     */
    Lessons(
            Handoff handoff,
            History known,
            Map<String, String> settings,
            Recorder recorder,
            Planning planning,
            TestFiles testFiles) {
        this.handoff = handoff;
        this.known = known;
        this.settings = settings;
        this.recorder = recorder;
        this.planning = planning;
        this.testFiles = testFiles;
    }

    /**
     * Puts it into the history, and takes out what is gone.
     *
     * @param start what a start of a worker cost
     * @param quick whether mp gave the workers the quick compiler only
     * @param thoroughPercent of their CPU time, what the thorough one took
     */
    void putInto(History history, StartCost start, boolean quick, OptionalLong thoroughPercent) {
        boolean someMethods = hasMethodPatterns() || planning.isOnlyFailed();
        boolean all = !someMethods && settings.get("groups") == null && settings.get("excludegroups") == null;
        Set<String> complete = recorder.completeClasses();
        Set<TestKey> seen = new LinkedHashSet<>();
        recorder.measurements().forEach(measurement -> seen.add(measurement.key()));
        if (handoff.shard().isOn()) {
            // Only what this machine saw; mp:merge puts it together.
            history.replace(this::isOfThisExecution, known, seen);
        } else {
            history.forget(key -> isOfThisExecution(key)
                    && !seen.contains(key)
                    && ((all && complete.contains(topLevel(key.className())))
                            || !(planning.discovered().contains(key.className())
                                    || testFiles.hasClass(key.className()))));
        }
        long now = System.currentTimeMillis();
        // Tests first: the outcome of a class of which only some ran is that of all its tests.
        recorder.measurements().stream()
                .filter(seenOne -> !isOfClass(seenOne))
                .forEach(seenOne -> history.learn(seenOne, now));
        StartCost costs = recorder.costs(start);
        recorder.measurements().stream()
                .filter(Lessons::isOfClass)
                .forEach(seenOne -> history.learn(
                        someMethods ? ofSomeTests(seenOne, history) : seenOne,
                        now,
                        costs,
                        recorder.occasions(seenOne.key()),
                        compiling(seenOne, quick, thoroughPercent)));
        flaky = FlakyTests.lines(history, seen);
    }

    /** Workers in which the user left out the thorough compiler tell nothing of it. */
    private static Compiling compiling(Measurement ofClass, boolean quick, OptionalLong thoroughPercent) {
        if (quick) {
            return Compiling.quickly(ofClass.cpuMillis());
        }
        return thoroughPercent.isEmpty()
                ? Compiling.UNKNOWN
                : Compiling.thoroughly(ofClass.cpuMillis(), thoroughPercent.getAsLong());
    }

    /** Which tests of this run seem to pass or fail by chance, in lines for the user. */
    List<String> flaky() {
        return flaky;
    }

    private static boolean isOfClass(Measurement seen) {
        return seen.key().method().equals(TestKey.WHOLE_CLASS);
    }

    private static Measurement ofSomeTests(Measurement seen, History history) {
        String worst = Measurement.isFailure(seen.outcome())
                ? seen.outcome()
                : history.failureIn(seen.key()).orElse(seen.outcome());
        Measurement part = new Measurement(seen.key(), seen.millis(), worst);
        return part.with(seen.remark() == Remark.LOST ? Remark.LOST : Remark.PART);
    }

    private boolean isOfThisExecution(TestKey key) {
        return key.module().equals(handoff.module()) && key.execution().equals(handoff.execution());
    }

    /** With them a class may have run without some of its methods, and one that was not seen need not be gone. */
    private boolean hasMethodPatterns() {
        return new TestListResolver(settings.get(BooterConstants.REQUESTEDTEST)).hasMethodPatterns();
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}

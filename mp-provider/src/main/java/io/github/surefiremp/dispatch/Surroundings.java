package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What surrounds a run.
 *
 * @param discovery what workers are told so that they discover, in the order of the classes; empty if the first
 *     worker discovers on its own
 * @param plan from the discovered classes to the queue
 * @param commands what a worker is told for a unit, one command for each time it asks; never empty
 * @param resumes whether workers can run what a lost one left of a class
 * @param testTimes how long tests may take
 * @param staff how many workers there should be
 * @param nanoClock a clock that never goes backwards, in nanoseconds
 */
public record Surroundings(
        WorkerLauncher launcher,
        Numbers numbers,
        SessionPermits permits,
        KeptFixtures fixtures,
        List<String> discovery,
        Planner plan,
        Function<Unit, List<String>> commands,
        boolean resumes,
        TestTimes testTimes,
        RunObserver observer,
        Staff staff,
        LongSupplier nanoClock) {}

package io.github.surefiremp.model;

import java.util.List;

/** What a worker tells the controller. */
public sealed interface WorkerEvent {
    /** The worker has nothing to run and asks for a test class. */
    record Asks() implements WorkerEvent {}

    /**
     * Discovery has ended.
     *
     * @param classes the test classes in stock Surefire's order
     */
    record Discovered(List<TestClass> classes) implements WorkerEvent {}

    /** Something to report. */
    record Reports(ReportEvent event) implements WorkerEvent {}

    /** A test failed and the user asked to skip the rest after some failures. */
    record CountsFailure() implements WorkerEvent {}

    /** The provider in the worker failed, outside of any test. */
    record Fails(String text) implements WorkerEvent {}

    /**
     * A unit left the worker's JVM in a state in which no other should run.
     *
     * @param why which class left what, in words
     * @param declines whether the worker does not run what it was told ahead
     */
    record Spoiled(String why, boolean declines) implements WorkerEvent {}

    /** The worker is done and waits for the answer that lets it exit. */
    record Bye() implements WorkerEvent {}

    /**
     * The process is gone and all that it sent has been read.
     *
     * @param exitCode the operating system's code, or -1 if it could not be started
     * @param lastOutput the end of what the process wrote to its native streams, may be empty
     * @param threadDump what its threads did before it was ended because it hung; empty if that is not so, or not known
     */
    record Ended(int exitCode, String lastOutput, String threadDump) implements WorkerEvent {
        /** The end of a process of which no thread dump was taken. */
        public Ended(int exitCode, String lastOutput) {
            this(exitCode, lastOutput, "");
        }
    }
}

package io.github.surefiremp.plugin.goal;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A goal that knows the names of all settings. It does not read them here, because they also hold where no goal of mp
 * runs; but Maven warns of elements of the configuration that a goal has no parameter for, and {@code mp:help} shows
 * the parameters of goals.
 */
@SuppressWarnings("unused")
public abstract class MpGoal extends AbstractMojo {
    /** How many workers at most: a whole number, a number with {@code C} for each core, or {@code auto}. 0: mp stays out. */
    @Parameter(property = "mp.np")
    private String np;

    /** Another name for {@code np}. */
    @Parameter(property = "mp.numProcesses")
    private String numProcesses;

    /** Whether mp stays out. */
    @Parameter(property = "mp.skip")
    private String skip;

    /** Whether classes may be split over workers: {@code auto}, {@code class} or {@code method}. */
    @Parameter(property = "mp.granularity")
    private String granularity;

    /** Whether each unit runs in a JVM in which no test ran before. */
    @Parameter(property = "mp.freshJvm")
    private String freshJvm;

    /** Whether JUnit's locks hold across workers. */
    @Parameter(property = "mp.locks")
    private String locks;

    /** Where durations are kept; a relative path starts at the module's folder. */
    @Parameter(property = "mp.history")
    private String history;

    /** More lost workers than this stop the run. */
    @Parameter(property = "mp.maxWorkerRestarts")
    private String maxWorkerRestarts;

    /** What runs first: {@code lpt}, the longest, or {@code failed-first}, what failed when it ran last. */
    @Parameter(property = "mp.order")
    private String order;

    /** {@code last-failed}: nothing runs but what failed when it ran last. */
    @Parameter(property = "mp.only")
    private String only;

    /** How many costly set-ups, such as Spring contexts, one worker keeps: a number from 1 on. */
    @Parameter(property = "mp.setupsPerWorker")
    private String setupsPerWorker;

    /** On how many threads a worker runs what is marked {@code @Parallelizable}: {@code auto} or a number. */
    @Parameter(property = "mp.threads")
    private String threads;

    /** Which share of the tests this machine runs: its number, from 0 on. */
    @Parameter(property = "mp.shard")
    private String shard;

    /** How many machines share the tests. */
    @Parameter(property = "mp.totalShards")
    private String totalShards;

    /** The server on which several machines share their units: {@code redis://host:port/database} or {@code rediss://}. */
    @Parameter(property = "mp.queue")
    private @Nullable String queue;

    /** What all machines that share a queue call their build. */
    @Parameter(property = "mp.build")
    private @Nullable String build;

    /** {@code shard}: this machine runs its shard if the queue's server cannot be reached. */
    @Parameter(property = "mp.queueFallback")
    private String queueFallback;

    /** A test that takes longer, in seconds, is ended with its worker and failed. */
    @Parameter(property = "mp.testTimeout")
    private String testTimeout;

    /** How many warm JVMs wait for the next build: {@code off}, {@code auto} or a number. */
    @Parameter(property = "mp.standby")
    private String standby;

    /** What is printed of tests: {@code lines} as Surefire does, {@code verbose} or {@code dots}. */
    @Parameter(property = "mp.output")
    private String output;

    /** Whether a failure is printed with its stack trace when it happens. */
    @Parameter(property = "mp.instafail")
    private String instafail;

    /** Whether the report page and the trace are written. */
    @Parameter(property = "mp.report")
    private String report;

    /** The queue's server, as the user named it; null if there is none. */
    protected final @Nullable String queue() {
        return queue == null || queue.isBlank() ? null : queue;
    }

    /** What all machines call the build; empty if the user does not say. */
    protected final String build() {
        return build == null ? "" : build.strip();
    }
}
